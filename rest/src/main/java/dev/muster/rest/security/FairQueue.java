package dev.muster.rest.security;

import dev.muster.rest.problem.OverloadException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The line of those who want to work where only so many can at a time; first come, first served. A crowd that comes all at
 * once is let wait, because it gets through. In a line that does not end nobody waits long: then more comes than can be
 * done, and waiting makes it no less (as in CoDel, RFC 8289).
 */
public final class FairQueue {

    /** A line that has been there for so long does not end by itself. */
    static final Duration STANDING = Duration.ofSeconds(5);

    /** For how long a crowd waits. */
    static final Duration LONG = Duration.ofSeconds(10);

    /** For how long one waits in a line that does not end; long enough for most of ten times the usual load to get through. */
    static final Duration SHORT = Duration.ofMillis(400);

    private final Semaphore turns;
    private final LongSupplier clock;
    private final AtomicLong lastWithoutLine;

    /** @param clock in nanoseconds, never set */
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

    /** Nobody overtakes, also where nobody waits: of the semaphore's methods this one heeds the line. */
    private boolean isTurnWithin(Duration patience) throws InterruptedException {
        return turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    Duration patience() {
        return clock.getAsLong() - lastWithoutLine.get() < STANDING.toNanos() ? LONG : SHORT;
    }

    /**
     * What somebody waits to do.
     *
     * @param <T> what comes of it
     * @param <E> what it may end with
     */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }
}
