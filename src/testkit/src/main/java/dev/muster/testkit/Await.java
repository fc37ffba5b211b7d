package dev.muster.testkit;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits, with a deadline, for what a server does in its own time. */
public final class Await {

    private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private Await() {}

    /** Looks again and again until the condition is true, and returns what it saw then. */
    public static <T> T until(Duration patience, Supplier<T> look, Predicate<T> isSo) {
        long deadline = System.nanoTime() + patience.toNanos();
        T seen = look.get();
        while (!isSo.test(seen)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("after " + patience + " there is still " + seen);
            }
            moment();
            seen = look.get();
        }
        return seen;
    }

    /** A pause between two looks, in which the server has the processors. */
    public static void moment() {
        LockSupport.parkNanos(MOMENT_NANOS);
    }
}
