package dev.muster.rest.provisioning.attempt;

import dev.muster.domain.provisioning.attempt.ProvisioningAttempt;
import dev.muster.ejb.provisioning.attempt.AttemptEntry;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A provisioning attempt.
 *
 * @param id the {@code instance} that the device got
 * @param outcome {@code provisioned}, {@code rotated}, {@code approval-pending} or a problem code
 * @param reason why, in words or as a name; null if the outcome needs no reason
 * @param accessKey of the certificate; only for its manufacturer
 * @param source address from which it came
 */
@Schema(name = "ProvisioningAttempt")
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

    /** The organization sees the id of the certificate, and nothing else of it. */
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
