package dev.muster.domain.shared;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Counts an event that is too frequent for a line of the log each time, and says when to write a line. */
public final class CountedLine {

    private static final long PAUSE = Duration.ofSeconds(10).toNanos();

    private final LongSupplier nanoTime;

    private long due;

    private long count;

    /** @param nanoTime as {@link System#nanoTime} */
    public CountedLine(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.due = nanoTime.getAsLong();
    }

    /**
     * Counts one event. Returns the events since the last line if a line is due, at most every ten seconds; otherwise
     * empty.
     */
    public synchronized OptionalLong note() {
        count++;
        long now = nanoTime.getAsLong();
        if (now - due < 0) {
            return OptionalLong.empty();
        }
        long counted = count;
        count = 0;
        due = now + PAUSE;
        return OptionalLong.of(counted);
    }
}
