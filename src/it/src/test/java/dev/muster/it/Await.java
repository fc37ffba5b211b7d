package dev.muster.it;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waiting for what a server does in its own time, with a deadline. */
final class Await {

    private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private Await() {}

    /** Looks again and again until it is so, and returns what was seen then. */
    static <T> T until(Duration patience, Supplier<T> look, Predicate<T> isSo) {
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

    /** So that who asks again and again leaves the machine to who answers. */
    static void moment() {
        LockSupport.parkNanos(MOMENT_NANOS);
    }
}
