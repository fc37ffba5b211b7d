package dev.muster.domain.shared;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Limits how often each client may do something: as often at once as in a minute, and on average no more than that (the
 * generic cell rate algorithm, ITU-T I.371 annex A). It remembers one point in time for each client, and a bounded
 * number of clients: it forgets the client that has been away longest first, and that client begins again.
 *
 * @param <K> identifies a client
 */
public final class RateLimit<K> {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final long interval;

    /** Until when each client has used up its rate, in nanoseconds; the longest absent client first. */
    private final Map<K, Long> usedUntil;

    /**
     * @param perMinute from 1
     * @param remembered how many clients are remembered at most
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
     * Counts one more action and returns true. Returns false if it is one too many; a refused action does not count.
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
