package dev.muster.launcher.server;

import org.glassfish.grizzly.Connection;

/** The state of one connection: the crowd that it is in, or how many pieces of a request are being handled. */
final class ConnectionState {

    private Crowd<Connection<?>> crowd;
    private int atWork;
    private boolean peerDone;
    private boolean closed;

    synchronized Crowd<Connection<?>> crowd() {
        return crowd;
    }

    synchronized void in(Crowd<Connection<?>> other) {
        crowd = other;
    }

    /** Removes it from that crowd. Returns whether it was in it. */
    synchronized boolean leave(Crowd<Connection<?>> left) {
        boolean stood = crowd == left;
        crowd = stood ? null : crowd;
        return stood;
    }

    synchronized void begin() {
        atWork++;
    }

    /** Returns whether that was the last piece. */
    synchronized boolean end() {
        atWork--;
        return atWork == 0;
    }

    synchronized boolean isIdle() {
        return atWork == 0;
    }

    synchronized void peerIsDone() {
        peerDone = true;
    }

    synchronized boolean isPeerDone() {
        return peerDone;
    }

    synchronized void close() {
        closed = true;
    }

    synchronized boolean isClosed() {
        return closed;
    }
}
