package dev.muster.launcher.server;

import dev.muster.launcher.server.tls.Farewell;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.memory.Buffers;

/**
 * The bodies that come in at one listener. They hold no thread. How long each may take is limited, how many there are, and how
 * much memory they take, in all and for each source. If there are too many, the one that has been coming for longest has to go.
 */
final class Bodies {

    private static final int MOST = 4_096;

    private static final int OF_SOURCE = 2_048;

    /** A body that is whole by then is never the one that has to go. */
    private static final Duration SPARED = Duration.ofSeconds(1);

    private static final long MEMORY = Runtime.getRuntime().maxMemory() / 8;

    private static final long MEMORY_OF_SOURCE = MEMORY / 2;

    private static final int SWEEP_MILLIS = 500;

    private static final byte[] TIMEOUT =
            "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private static final ScheduledExecutorService SWEEPER = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("muster-bodies").factory());

    private final Crowd<Body> crowd = new Crowd<>(MOST, OF_SOURCE, SPARED);

    private final Set<Body> all = ConcurrentHashMap.newKeySet();

    private final Map<Object, Long> memory = new HashMap<>();

    private long memoryOfAll;

    Bodies() {
        SWEEPER.scheduleWithFixedDelay(this::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    Body begin(Connection<?> connection) {
        Body body = new Body(connection, System.nanoTime());
        all.add(body);
        Optional<Body> leaving = crowd.add(body, source(body), System.nanoTime());
        leaving.ifPresent(this::refuse);
        return body;
    }

    /** Whether there is room for so many octets more; they are counted then. */
    synchronized boolean admits(Body body, int octets) {
        long ofSource = memory.getOrDefault(source(body), 0L) + octets;
        if (!all.contains(body) || memoryOfAll + octets > MEMORY || ofSource > MEMORY_OF_SOURCE) {
            return false;
        }
        memoryOfAll += octets;
        memory.put(source(body), ofSource);
        body.reserve(octets);
        return true;
    }

    /** The body is whole, or has gone. Whether it was still here. */
    boolean end(Body body) {
        synchronized (this) {
            if (!all.remove(body)) {
                return false;
            }
            memoryOfAll -= body.reserved();
            memory.computeIfPresent(
                    source(body), (source, octets) -> octets <= body.reserved() ? null : octets - body.reserved());
        }
        crowd.remove(body);
        return true;
    }

    /** Says that it took too long, and ends the connection. */
    void refuse(Body body) {
        if (end(body)) {
            end(body.connection(), TIMEOUT);
        }
    }

    /** Answers, and ends the connection. Does not fail, so that the others are still looked after. */
    static void end(Connection<?> connection, byte[] answer) {
        try {
            connection.write(Buffers.wrap(connection.getMemoryManager(), answer));
            Farewell.say(connection);
        } catch (RuntimeException gone) {
            connection.terminateSilently();
        }
    }

    private void sweep() {
        long now = System.nanoTime();
        List<Body> late = all.stream().filter(body -> body.isLate(now)).toList();
        late.forEach(this::refuse);
    }

    private static Object source(Body body) {
        return Source.of(body.connection().getPeerAddress());
    }
}
