package dev.muster.domain.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * How much of a certificate's validity is left at one moment.
 *
 * @param notBefore first instant of the validity
 * @param notAfter last instant of the validity (RFC 5280 section 4.1.2.5)
 * @param now the moment
 */
public record RemainingValidity(Instant notBefore, Instant notAfter, Instant now) {

    /** The time that it takes to make a successor and to build it into devices. */
    public static final Duration SHORT = Duration.ofDays(30);

    private static final int ALL = 100;

    public RemainingValidity {
        Objects.requireNonNull(notBefore);
        Objects.requireNonNull(notAfter);
        Objects.requireNonNull(now);
    }

    /** The part of the validity that is left, 0 to 100 percent; at least 1 until it is over. */
    public int percent() {
        long whole = Math.max(1, Duration.between(notBefore, notAfter).toSeconds());
        long percent = left().toSeconds() * ALL / whole;
        return isOver() ? 0 : Math.clamp(percent, 1, ALL);
    }

    /** The days of 24 hours that are left, rounded up; 0 if it is over. */
    public long days() {
        return isOver() ? 0 : left().plusDays(1).minusNanos(1).toDays();
    }

    /** Whether it ends within {@link #SHORT}; false if it is over. */
    public boolean isShort() {
        return !isOver() && left().compareTo(SHORT) <= 0;
    }

    public boolean isOver() {
        return now.isAfter(notAfter);
    }

    private Duration left() {
        return Duration.between(now, notAfter);
    }
}
