package dev.muster.rest.provisioning.approval;

import dev.muster.ejb.provisioning.approval.DecisionOutcome;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.UUID;

/**
 * What became of one of several requests.
 *
 * @param outcome {@code approved}, {@code rejected}, {@code decided-before} or {@code not-found}
 */
@JsonbPropertyOrder({"approvalId", "outcome"})
public record DecidedJson(UUID approvalId, String outcome) {

    /** @param outcome {@code null} where there is no such request */
    static DecidedJson of(UUID approvalId, DecisionOutcome outcome) {
        String code = switch (outcome) {
            case APPROVED -> "approved";
            case REJECTED -> "rejected";
            case DECIDED_BEFORE -> "decided-before";
            case null -> "not-found";
        };
        return new DecidedJson(approvalId, code);
    }
}
