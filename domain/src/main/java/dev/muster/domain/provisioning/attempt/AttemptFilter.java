package dev.muster.domain.provisioning.attempt;

import dev.muster.domain.shared.EnteredText;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.SearchTimes;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A search for attempts. A member that is {@code null} matches all attempts.
 *
 * @param outcome of the attempt
 * @param identifier of the device, in any spelling; blank for all
 * @param certificateId of the certificate that the request named
 * @param source the address of the sender, as the log has it; blank for all
 * @param from the first instant
 * @param to the first instant that is too late
 * @param id the {@code instance} of a problem document
 * @param search a part of the identifier or of the sender's address, or the identifier in any spelling; blank for all
 */
public record AttemptFilter(
        @Nullable AttemptOutcome outcome,
        @Nullable String identifier,
        @Nullable UUID certificateId,
        @Nullable String source,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable UUID id,
        @Nullable String search) {

    public static final AttemptFilter ALL = new AttemptFilter(null, null, null, null, null, null, null, null);

    /**
     * @throws ProblemException {@code validation-failed} if a time is out of bounds, or {@code from} is not before
     * {@code to}
     */
    public AttemptFilter {
        identifier = EnteredText.orNull(identifier);
        source = EnteredText.orNull(source);
        search = EnteredText.orNull(search);
        SearchTimes.require(from);
        SearchTimes.require(to);
        if (from != null && to != null && !from.isBefore(to)) {
            throw ProblemException.invalid("The start time must be before the end time.");
        }
    }
}
