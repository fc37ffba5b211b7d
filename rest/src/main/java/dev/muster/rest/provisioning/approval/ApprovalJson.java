package dev.muster.rest.provisioning.approval;

import dev.muster.domain.provisioning.ApprovalRequest;
import dev.muster.domain.provisioning.ApprovalState;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.UUID;

/**
 * A device that has proved itself again and waits for a decision, or waited.
 *
 * @param certificateId what the newest proof was made by
 * @param attemptId the newest proof's recorded attempt
 * @param proofs how many have asked
 * @param askedAt when the first did
 * @param lastAskedAt when the newest did
 * @param decidedAt absent while nobody has decided
 */
@JsonbPropertyOrder({
    "id",
    "state",
    "deviceId",
    "uniqueIdentifier",
    "deviceName",
    "certificateId",
    "attemptId",
    "proofs",
    "askedAt",
    "lastAskedAt",
    "decidedAt"
})
public record ApprovalJson(
        UUID id,
        ApprovalState state,
        UUID deviceId,
        String uniqueIdentifier,
        String deviceName,
        UUID certificateId,
        UUID attemptId,
        int proofs,
        Instant askedAt,
        Instant lastAskedAt,
        Instant decidedAt) {

    static ApprovalJson of(ApprovalRequest request) {
        return new ApprovalJson(
                request.id(),
                request.state(),
                request.device().id(),
                request.device().uniqueIdentifier(),
                request.device().name(),
                request.certificateId(),
                request.attemptId(),
                request.proofs(),
                request.askedAt(),
                request.lastAskedAt(),
                request.decidedAt());
    }
}
