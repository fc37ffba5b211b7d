package dev.muster.it;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** What a server has acknowledged so far, in order, collected by one thread and waited for by another. */
final class Acknowledged<T> {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

    private final List<T> all = new ArrayList<>();
    private Throwable failure;
    private boolean ended;

    /** Works until everything is done or the server is gone; an answer that is wrong ends the test. */
    void collect(int times, IntFunction<T> work) {
        try {
            for (int i = 0; i < times; i++) {
                add(work.apply(i));
            }
        } catch (UncheckedIOException theServerIsGone) {
            end(null);
        } catch (RuntimeException | AssertionError wrong) {
            end(wrong);
            throw wrong;
        }
        end(null);
    }

    /** Waits until there are so many. */
    synchronized void await(int count) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (all.size() < count) {
            long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (ended || millis <= 0) {
                throw new AssertionError("only " + all.size() + " of " + count + " were acknowledged", failure);
            }
            wait(millis);
        }
    }

    synchronized List<T> all() {
        return List.copyOf(all);
    }

    private synchronized void add(T one) {
        all.add(one);
        notifyAll();
    }

    private synchronized void end(Throwable cause) {
        failure = cause;
        ended = true;
        notifyAll();
    }
}
