package dev.muster.launcher.server;

import org.glassfish.grizzly.Connection;

/** What one connection does: the crowd that it stands in, or how many pieces of a request are at work. */
final class Stay {

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

    /** Whether it stood in that crowd; it does no longer. */
    synchronized boolean leave(Crowd<Connection<?>> left) {
        boolean stood = crowd == left;
        crowd = stood ? null : crowd;
        return stood;
    }

    synchronized void begin() {
        atWork++;
    }

    /** Whether that was the last. */
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
