package dev.muster.domain.shared.event;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Keeps those who cause events in any number from filling the log: of one kind and one source, ten lines in a minute are
 * written, and of all together 600. What is left out is counted, and the next line says how many.
 */
public final class EventBudget {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private static final int OF_KEY = 10;

    private static final int OF_ALL = 600;

    /** The source that was not seen for the longest time is forgotten first. */
    private static final int KEYS = 1_000;

    private final LongSupplier nanoTime;

    private final Count all;

    private final Map<String, Count> byKey = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > KEYS;
        }
    };

    /** @param nanoTime as {@link System#nanoTime} */
    public EventBudget(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.all = new Count(nanoTime.getAsLong());
    }

    /**
     * Asks whether a line may be written.
     *
     * @param key kind and source of the event
     * @return how many lines of this key were left out since the last one; empty if this one must be left out, too
     */
    public synchronized OptionalLong take(String key) {
        long now = nanoTime.getAsLong();
        Count own = byKey.computeIfAbsent(key, unknown -> new Count(now));
        if (!own.has(now, OF_KEY) || !all.has(now, OF_ALL)) {
            own.leftOut++;
            return OptionalLong.empty();
        }
        own.written++;
        all.written++;
        long leftOut = own.leftOut;
        own.leftOut = 0;
        return OptionalLong.of(leftOut);
    }

    private static final class Count {

        private long begin;

        private int written;

        private long leftOut;

        private Count(long begin) {
            this.begin = begin;
        }

        private boolean has(long now, int limit) {
            if (now - begin >= MINUTE) {
                begin = now;
                written = 0;
            }
            return written < limit;
        }
    }
}
