package dev.muster.domain.shared;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The bounds of times in searches: every part of the system can store what is between them. */
public final class SearchTimes {

    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private SearchTimes() {}

    /**
     * @param time null for no bound
     * @throws ProblemException {@code validation-failed} if the time is out of bounds
     */
    public static void require(@Nullable Instant time) {
        if (time != null && (time.isBefore(FIRST) || time.isAfter(LAST))) {
            throw ProblemException.invalid("A time must be between the years 1970 and 9999.");
        }
    }
}
