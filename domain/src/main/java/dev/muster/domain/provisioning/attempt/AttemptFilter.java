package dev.muster.domain.provisioning.attempt;

import dev.muster.domain.shared.EnteredText;
import dev.muster.domain.shared.ProblemException;
import java.time.Instant;
import java.util.UUID;

/**
 * Which attempts are looked for; every member that is {@code null} lets all pass.
 *
 * @param outcome how they ended
 * @param identifier whose they are, in any spelling; blank for all
 * @param certificateId with which certificate they were made
 * @param source the address that they came from, as the log has it; blank for all
 * @param from the first moment
 * @param to the moment before which they were made
 * @param id the one that a problem document names as its {@code instance}
 * @param search a part of the identifier or of the address that they came from, or the identifier in any spelling; blank
 *     for all
 */
public record AttemptFilter(
        AttemptOutcome outcome,
        String identifier,
        UUID certificateId,
        String source,
        Instant from,
        Instant to,
        UUID id,
        String search) {

    public static final AttemptFilter ALL = new AttemptFilter(null, null, null, null, null, null, null, null);

    /** What every part of the system can write down. */
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** @throws ProblemException {@code validation-failed} where the times are none, or the wrong way round */
    public AttemptFilter {
        identifier = blankIsNone(identifier);
        source = blankIsNone(source);
        search = blankIsNone(search);
        requireSensible(from);
        requireSensible(to);
        if (from != null && to != null && !from.isBefore(to)) {
            throw ProblemException.invalid("The time to begin with has to be before the time to end with.");
        }
    }

    private static String blankIsNone(String text) {
        return EnteredText.isBlank(text) ? null : EnteredText.trimmed(text);
    }

    private static void requireSensible(Instant time) {
        if (time != null && (time.isBefore(FIRST) || time.isAfter(LAST))) {
            throw ProblemException.invalid("A time lies between the years 1970 and 9999.");
        }
    }
}
