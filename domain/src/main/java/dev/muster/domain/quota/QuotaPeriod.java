package dev.muster.domain.quota;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The time for which a quota counts. Periods begin at whole minutes, hours and days of UTC. */
public enum QuotaPeriod {
    /** The quota limits what a tenant has now. */
    STANDING(null),
    MINUTE(Duration.ofMinutes(1)),
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1));

    private final @Nullable Duration length;

    QuotaPeriod(@Nullable Duration length) {
        this.length = length;
    }

    /** When the period began that this time is in; the epoch for {@link #STANDING}. */
    public Instant startOf(Instant time) {
        return length == null
                ? Instant.EPOCH
                : Instant.ofEpochSecond(
                        time.getEpochSecond() - Math.floorMod(time.getEpochSecond(), length.toSeconds()));
    }

    /**
     * How many seconds are left of the period that this time is in, at least 1.
     *
     * @throws IllegalStateException for {@link #STANDING}, which does not end
     */
    public long secondsLeft(Instant time) {
        return Math.max(1, Duration.between(time, startOf(time).plus(length())).toSeconds());
    }

    /** @throws IllegalStateException for {@link #STANDING}, which has no length */
    public Duration length() {
        if (length == null) {
            throw new IllegalStateException("This quota has no period");
        }
        return length;
    }
}
