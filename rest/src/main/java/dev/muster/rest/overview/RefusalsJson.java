package dev.muster.rest.overview;

import dev.muster.ejb.overview.OutcomeCount;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Refused attempts by outcome.
 *
 * @param since the time since which they are counted
 * @param items the most frequent first
 */
@Schema(name = "Refusals")
@JsonbPropertyOrder({"since", "items"})
public record RefusalsJson(Instant since, List<RefusalJson> items) {

    static RefusalsJson of(Instant since, List<OutcomeCount> refusals) {
        return new RefusalsJson(since, refusals.stream().map(RefusalJson::of).toList());
    }

    /** How many attempts were refused with this code. */
    @Schema(name = "Refusal")
    @JsonbPropertyOrder({"outcome", "attempts"})
    public record RefusalJson(String outcome, long attempts) {

        static RefusalJson of(OutcomeCount count) {
            return new RefusalJson(count.outcome(), count.attempts());
        }
    }
}
