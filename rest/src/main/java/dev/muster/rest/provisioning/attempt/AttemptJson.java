package dev.muster.rest.provisioning.attempt;

import dev.muster.domain.provisioning.attempt.ProvisioningAttempt;
import dev.muster.ejb.provisioning.attempt.AttemptEntry;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.UUID;

/**
 * A provisioning attempt.
 *
 * @param id what the device got as {@code instance}
 * @param outcome {@code provisioned}, {@code rotated}, {@code approval-pending} or a problem code
 * @param reason why, in words or by a name; {@code null} if the outcome says it all
 * @param accessKey of the certificate, for its manufacturer alone
 * @param source address that it came from
 */
@JsonbPropertyOrder({
    "id",
    "attemptedAt",
    "outcome",
    "reason",
    "uniqueIdentifier",
    "certificateId",
    "certificateName",
    "accessKey",
    "manufacturerName",
    "source"
})
public record AttemptJson(
        UUID id,
        Instant attemptedAt,
        String outcome,
        String reason,
        String uniqueIdentifier,
        UUID certificateId,
        String certificateName,
        String accessKey,
        String manufacturerName,
        String source) {

    static AttemptJson forManufacturer(AttemptEntry entry) {
        return of(entry, entry.certificateName(), entry.accessKey());
    }

    /** Which certificate it was is told by its id; what else is known of it is the manufacturer's. */
    static AttemptJson forOrganization(AttemptEntry entry) {
        return of(entry, null, null);
    }

    private static AttemptJson of(AttemptEntry entry, String certificateName, String accessKey) {
        ProvisioningAttempt attempt = entry.attempt();
        return new AttemptJson(
                attempt.id(),
                attempt.attemptedAt(),
                attempt.outcome(),
                attempt.reason(),
                attempt.uniqueIdentifier(),
                attempt.certificateId(),
                certificateName,
                accessKey,
                entry.manufacturerName(),
                attempt.source());
    }
}
