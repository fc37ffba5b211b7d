package dev.muster.launcher.server;

import dev.muster.launcher.server.tls.CloseNotify;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;

/**
 * The connections of one listener that hold no thread: before or in a handshake, refused, between two requests, in the
 * head of a request, or about to close. The time in each of these states and their number are limited. A connection
 * whose request is being handled is not counted here.
 */
final class OpenConnections {

    private static final Attribute<ConnectionState> STATE =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute("muster.connection", ConnectionState::new);

    private static final int SWEEP_MILLIS = 250;

    private static final ScheduledExecutorService SWEEPER = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("muster-connections").factory());

    private final ConnectionLimits limits;
    private final Crowd<Connection<?>> silent;
    private final Crowd<Connection<?>> handshakes;
    private final Crowd<Connection<?>> refused;
    private final Crowd<Connection<?>> idle;
    private final Crowd<Connection<?>> heads;
    private final Crowd<Connection<?>> leaving;

    OpenConnections(ConnectionLimits limits) {
        this.limits = limits;
        this.silent = new Crowd<>(limits.handshakes(), limits.handshakesOfSource(), ConnectionLimits.SILENT_SPARED);
        this.handshakes = new Crowd<>(limits.handshakes(), limits.handshakesOfSource(), ConnectionLimits.SPARED);
        this.refused = new Crowd<>(limits.handshakes(), limits.handshakesOfSource(), Duration.ZERO);
        this.idle = new Crowd<>(limits.idle(), limits.idleOfSource(), Duration.ZERO);
        this.heads = new Crowd<>(limits.idle(), limits.idleOfSource(), Duration.ZERO);
        this.leaving = new Crowd<>(limits.idle(), limits.idleOfSource(), Duration.ZERO);
        SWEEPER.scheduleWithFixedDelay(this::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    void accepted(Connection<?> connection) {
        move(connection, silent);
    }

    /** The peer has sent something of a handshake. */
    void opening(Connection<?> connection) {
        if (state(connection).crowd() == silent) {
            move(connection, handshakes);
        }
    }

    void established(Connection<?> connection) {
        if (state(connection).crowd() == handshakes) {
            move(connection, idle);
        }
    }

    void refused(Connection<?> connection) {
        move(connection, refused);
    }

    /** Whether the server no longer answers what the peer sends. */
    boolean isEnding(Connection<?> connection) {
        Crowd<Connection<?>> crowd = state(connection).crowd();
        return crowd == refused || crowd == leaving;
    }

    /** Something of a request was received. */
    void received(Connection<?> connection) {
        if (state(connection).crowd() == idle) {
            move(connection, heads);
        }
    }

    /** The head of a request, or a piece of its body, is being handled. One call of {@link #done} must follow. */
    void working(Connection<?> connection) {
        ConnectionState state = state(connection);
        state.begin();
        leave(connection, state);
    }

    /** Closes the connection if the peer has said that nothing more will come. */
    void done(Connection<?> connection) {
        ConnectionState state = state(connection);
        if (state.end()) {
            if (state.isPeerDone()) {
                close(connection);
            } else {
                move(connection, idle);
            }
        }
    }

    /**
     * The peer has said that nothing more will come (close_notify). What it sent before is answered first.
     *
     * @param sentBefore whether a piece of a request came with it
     */
    void peerDone(Connection<?> connection, boolean sentBefore) {
        ConnectionState state = state(connection);
        state.peerIsDone();
        if (!sentBefore && state.isIdle()) {
            close(connection);
        }
    }

    void closed(Connection<?> connection) {
        ConnectionState state = state(connection);
        synchronized (state) {
            leave(connection, state);
            state.close();
        }
    }

    private void move(Connection<?> connection, Crowd<Connection<?>> to) {
        ConnectionState state = state(connection);
        Optional<Connection<?>> leaving = Optional.empty();
        synchronized (state) {
            leave(connection, state);
            if (!state.isClosed()) {
                state.in(to);
                leaving = to.add(connection, Source.of(connection.getPeerAddress()), System.nanoTime());
            }
        }
        leaving.ifPresent(longest -> end(longest, to));
    }

    private static void leave(Connection<?> connection, ConnectionState state) {
        synchronized (state) {
            if (state.crowd() != null) {
                state.crowd().remove(connection);
                state.in(null);
            }
        }
    }

    private void sweep() {
        long now = System.nanoTime();
        end(silent, Duration.ofSeconds(limits.handshakeSeconds()), now);
        end(handshakes, Duration.ofSeconds(limits.handshakeSeconds()), now);
        end(refused, ConnectionLimits.REFUSED, now);
        end(idle, Duration.ofSeconds(limits.idleSeconds()), now);
        end(heads, ConnectionLimits.HEAD, now);
        end(leaving, Duration.ofSeconds(limits.idleSeconds()), now);
    }

    private void end(Crowd<Connection<?>> crowd, Duration longest, long now) {
        crowd.takeLongerThan(longest, now).forEach(connection -> end(connection, crowd));
    }

    /** Does nothing if the connection has just left that crowd because a request came. */
    private void end(Connection<?> connection, Crowd<Connection<?>> from) {
        if (!state(connection).leave(from)) {
            return;
        }
        if (from == idle || from == heads) {
            close(connection);
        } else {
            connection.terminateSilently();
        }
    }

    /**
     * The connection closes when the peer has received everything, which a peer may never do. It never throws, so that
     * the other connections are still taken care of.
     */
    private void close(Connection<?> connection) {
        move(connection, leaving);
        try {
            CloseNotify.sendAndClose(connection);
        } catch (RuntimeException gone) {
            connection.terminateSilently();
        }
    }

    private static ConnectionState state(Connection<?> connection) {
        return STATE.get(connection);
    }
}
