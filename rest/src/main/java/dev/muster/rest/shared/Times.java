package dev.muster.rest.shared;

import dev.muster.domain.shared.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Instants in queries. */
public final class Times {

    private Times() {}

    /**
     * @throws ProblemException {@code validation-failed} where the text is no date and time with its offset (RFC 3339,
     *     section 5.6)
     */
    public static Instant parse(String name, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw ProblemException.invalid("The query parameter " + name
                    + " must be a date and a time with its offset, such as 2026-12-01T00:00:00Z.");
        }
    }
}
