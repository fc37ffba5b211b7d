package dev.muster.domain.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * How much of a certificate's validity is left at one moment.
 *
 * @param notBefore first instant of the validity
 * @param notAfter last instant of the validity (RFC 5280, section 4.1.2.5)
 * @param now the moment
 */
public record RemainingValidity(Instant notBefore, Instant notAfter, Instant now) {

    /** Time to make a successor and to build it into devices. */
    public static final Duration SHORT = Duration.ofDays(30);

    private static final int ALL = 100;

    public RemainingValidity {
        Objects.requireNonNull(notBefore);
        Objects.requireNonNull(notAfter);
        Objects.requireNonNull(now);
    }

    /** Hundredths of the whole validity that are left, 0 to 100; 1 at least until it is over. */
    public int percent() {
        long whole = Math.max(1, Duration.between(notBefore, notAfter).toSeconds());
        long percent = left().toSeconds() * ALL / whole;
        return isOver() ? 0 : Math.clamp(percent, 1, ALL);
    }

    /** Days of 24 hours that are left, begun ones included; 0 where it is over. */
    public long days() {
        return isOver() ? 0 : left().plusDays(1).minusNanos(1).toDays();
    }

    /** Whether it ends within {@link #SHORT}; not so where it has ended. */
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
