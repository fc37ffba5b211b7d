package dev.muster.launcher.server;

import dev.muster.launcher.server.http.AnswerHeaders;
import dev.muster.launcher.server.http.RefusedRequests;
import dev.muster.launcher.server.tls.CloseNotify;
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
 * The bodies of requests that one listener is receiving. They hold no thread. Their time, number and memory are
 * limited, in all and for each source. If there are too many, the body that has been coming for longest is refused.
 */
final class Bodies {

    private static final int MOST = 4_096;

    private static final int OF_SOURCE = 2_048;

    /** A body that takes no longer than this is never refused for another. */
    private static final Duration SPARED = Duration.ofSeconds(1);

    private static final long MEMORY = Runtime.getRuntime().maxMemory() / 8;

    private static final long MEMORY_OF_SOURCE = MEMORY / 2;

    private static final int SWEEP_MILLIS = 500;

    private static final ScheduledExecutorService SWEEPER = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("muster-bodies").factory());

    private final Crowd<Body> crowd = new Crowd<>(MOST, OF_SOURCE, SPARED);

    private final Set<Body> all = ConcurrentHashMap.newKeySet();

    private final Map<Object, Long> memory = new HashMap<>();

    private final byte[] timeout;

    private long memoryOfAll;

    Bodies(AnswerHeaders headers) {
        this.timeout = headers.last("408 Request Timeout");
        SWEEPER.scheduleWithFixedDelay(this::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    Body begin(Connection<?> connection) {
        Body body = new Body(connection, System.nanoTime());
        all.add(body);
        Optional<Body> leaving = crowd.add(body, source(body), System.nanoTime());
        leaving.ifPresent(this::refuse);
        return body;
    }

    /** Returns whether there is room for this many more octets, and counts them if so. */
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

    /** Removes a body that is complete, or has gone. Returns whether it was still here. */
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

    /** Answers that the body took too long, and closes the connection. */
    void refuse(Body body) {
        if (end(body)) {
            RefusedRequests.OF_SERVER.tooMany(408, body.connection().getPeerAddress());
            end(body.connection(), timeout);
        }
    }

    /** Answers, and closes the connection. It never throws, so that the other bodies are still taken care of. */
    static void end(Connection<?> connection, byte[] answer) {
        try {
            connection.write(Buffers.wrap(connection.getMemoryManager(), answer));
            CloseNotify.sendAndClose(connection);
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
