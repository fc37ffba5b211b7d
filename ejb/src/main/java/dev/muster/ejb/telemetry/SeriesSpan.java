package dev.muster.ejb.telemetry;

import dev.muster.domain.shared.ProblemException;
import java.util.Objects;

/**
 * Which numbers are wanted, and in how many intervals.
 *
 * @param key whose numbers
 * @param from first millisecond since the epoch, from 0
 * @param to last millisecond
 * @param points intervals at most, 1 to {@value #MAX_POINTS}
 */
public record SeriesSpan(String key, long from, long to, int points) {

    public static final int MAX_POINTS = 1_000;

    /** @throws ProblemException {@code validation-failed} if the points or times are out of bounds */
    public SeriesSpan {
        Objects.requireNonNull(key);
        if (points < 1 || points > MAX_POINTS) {
            throw ProblemException.invalid(
                    "A series of " + points + " points was asked for; 1 to " + MAX_POINTS + " are allowed.");
        }
        if (from < 0 || to < from) {
            throw ProblemException.invalid("A series must begin at 0 or later, and must not end before it begins.");
        }
    }

    /** The length of an interval in milliseconds, at least 1. */
    public long width() {
        return (to - from) / points + 1;
    }
}
