package dev.muster.rest.provisioning.approval;

import dev.muster.domain.provisioning.ApprovalRequest;
import dev.muster.domain.provisioning.ApprovalState;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A device that has proved itself again, and the decision or the wait for it.
 *
 * @param certificateId the certificate of the newest proof
 * @param attemptId the recorded attempt of the newest proof
 * @param proofs how many proofs have asked
 * @param askedAt when the first proof asked
 * @param lastAskedAt when the newest proof asked
 * @param decidedAt absent until a manager decides
 */
@Schema(name = "ApprovalRequest")
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
