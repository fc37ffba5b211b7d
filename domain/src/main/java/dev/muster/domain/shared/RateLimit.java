package dev.muster.domain.shared;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often each of many may do something: as often at once as in a minute, and on average no more than that (the generic
 * cell rate algorithm, ITU-T I.371 annex A). Of each it remembers one point in time. It remembers a bounded number of
 * them: the one that has not come for longest is forgotten first, and begins anew.
 *
 * @param <K> what tells one from another
 */
public final class RateLimit<K> {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final long interval;

    /** Until when each has used up what it may, in nanoseconds; in the order in which they last came. */
    private final Map<K, Long> usedUntil;

    /**
     * @param perMinute from 1
     * @param remembered how many are remembered, at most
     */
    public RateLimit(int perMinute, int remembered) {
        this.interval = MINUTE / perMinute;
        this.usedUntil = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Long> eldest) {
                return size() > remembered;
            }
        };
    }

    /**
     * Counts one more, unless it is too many: what is refused does not count.
     *
     * @param now in nanoseconds, by a clock that is never set, such as {@link System#nanoTime}
     */
    public synchronized boolean admits(K key, long now) {
        long used = usedUntil.getOrDefault(key, now);
        long next = (used - now > 0 ? used : now) + interval;
        if (next - now > MINUTE) {
            return false;
        }
        usedUntil.put(key, next);
        return true;
    }

    synchronized int remembered() {
        return usedUntil.size();
    }
}
