package dev.muster.domain.account.throttle;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Decides which failures are recorded one by one, so that a flood of them does not fill a log: the first ones of each
 * hour, and after that one a minute, which tells how many there were. It counts in memory. For several threads.
 */
public final class FailureAllowance {

    private static final Duration PERIOD = Duration.ofHours(1);

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final int first;

    private final Map<String, Count> counts;

    /**
     * @param first how many failures of an hour are recorded one by one
     * @param remembered how many keys are counted; beyond that, those that were asked for longest ago begin again
     */
    public FailureAllowance(int first, int remembered) {
        this.first = first;
        this.counts = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
                return size() > remembered;
            }
        };
    }

    /**
     * Counts a failure.
     *
     * @return how many failures a record of now stands for; empty if none is to be made
     */
    public synchronized OptionalLong count(String key, Instant now) {
        Count count = counts.computeIfAbsent(key, one -> new Count(now));
        return count.add(now);
    }

    private final class Count {

        private Instant begin;
        private Instant recorded = Instant.MIN;
        private int records;
        private long failures;

        Count(Instant begin) {
            this.begin = begin;
        }

        OptionalLong add(Instant now) {
            failures++;
            if (!now.isBefore(begin.plus(PERIOD))) {
                begin = now;
                records = 0;
            }
            if (records >= first && now.isBefore(recorded.plus(PAUSE))) {
                return OptionalLong.empty();
            }
            long told = failures;
            failures = 0;
            records++;
            recorded = now;
            return OptionalLong.of(told);
        }
    }
}
