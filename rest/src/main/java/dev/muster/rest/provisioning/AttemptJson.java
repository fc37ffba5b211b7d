package dev.muster.rest.provisioning;

import dev.muster.domain.provisioning.ProvisioningAttempt;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.UUID;

/**
 * A provisioning attempt.
 *
 * @param id what the device got as {@code instance}
 * @param outcome {@code provisioned}, {@code rotated} or a problem code
 * @param reason what the device was not told
 * @param source address that it came from
 */
@JsonbPropertyOrder({"id", "attemptedAt", "uniqueIdentifier", "outcome", "reason", "source"})
public record AttemptJson(
        UUID id, Instant attemptedAt, String uniqueIdentifier, String outcome, String reason, String source) {

    static AttemptJson of(ProvisioningAttempt attempt) {
        return new AttemptJson(
                attempt.id(),
                attempt.attemptedAt(),
                attempt.uniqueIdentifier(),
                attempt.outcome(),
                attempt.reason(),
                attempt.source());
    }
}
