package dev.muster.rest.security;

import dev.muster.rest.problem.OverloadException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A queue for work of which only a limited number can run at a time; first come, first served. If many requests come at
 * once and few follow, they may wait long, because their queue ends. If the queue does not end, requests wait only for
 * a short time: then more requests come than the server can process, and waiting does not help (as in CoDel, RFC 8289).
 */
public final class FairQueue {

    /** A queue that has lasted this long does not end by itself. */
    static final Duration STANDING = Duration.ofSeconds(5);

    /** How long a request of a crowd waits. */
    static final Duration LONG = Duration.ofSeconds(10);

    /**
     * How long a request waits in a queue that does not end. At ten times the usual load, most requests still get
     * through.
     */
    static final Duration SHORT = Duration.ofMillis(400);

    private final Semaphore turns;
    private final LongSupplier clock;
    private final AtomicLong lastWithoutLine;

    /** @param clock in nanoseconds, never set back */
    FairQueue(int atOnce, LongSupplier clock) {
        this.turns = new Semaphore(atOnce, true);
        this.clock = clock;
        this.lastWithoutLine = new AtomicLong(clock.getAsLong());
    }

    <T, E extends Exception> T inTurn(Work<T, E> work) throws E {
        await();
        try {
            return work.run();
        } finally {
            turns.release();
        }
    }

    private void await() {
        try {
            if (isTurnWithin(Duration.ZERO)) {
                lastWithoutLine.set(clock.getAsLong());
            } else if (!isTurnWithin(patience())) {
                throw new OverloadException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OverloadException();
        }
    }

    /**
     * Keeps the order even if it does not wait: the semaphore's {@code tryAcquire()} without a time would overtake the
     * queue.
     */
    private boolean isTurnWithin(Duration patience) throws InterruptedException {
        return turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    Duration patience() {
        return clock.getAsLong() - lastWithoutLine.get() < STANDING.toNanos() ? LONG : SHORT;
    }

    /**
     * The work that waits for its turn.
     *
     * @param <T> its result
     * @param <E> what it may throw
     */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }
}
