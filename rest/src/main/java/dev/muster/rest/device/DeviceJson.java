package dev.muster.rest.device;

import dev.muster.domain.device.CredentialStatus;
import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceStatus;
import dev.muster.domain.device.DeviceType;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.UUID;

/**
 * A device as its organization sees it.
 *
 * @param firstUsedAt when it first authenticated with its present credentials
 * @param lastUsedAt when it last authenticated, to some minutes
 * @param invalidatedAt from when on it counts no more; lies in the future where the revocation of its certificate is
 *     planned
 * @param suspendedAt since when its credentials are suspended
 * @param reprovisioningAllowedAt since when one more valid proof gives it new credentials, whatever the policy
 */
@JsonbPropertyOrder({
    "id",
    "uniqueIdentifier",
    "name",
    "type",
    "status",
    "credentialStatus",
    "enrollmentId",
    "certificateId",
    "createdAt",
    "rotatedAt",
    "firstUsedAt",
    "lastUsedAt",
    "invalidatedAt",
    "suspendedAt",
    "reprovisioningAllowedAt"
})
public record DeviceJson(
        UUID id,
        String uniqueIdentifier,
        String name,
        DeviceType type,
        DeviceStatus status,
        CredentialStatus credentialStatus,
        Long enrollmentId,
        UUID certificateId,
        Instant createdAt,
        Instant rotatedAt,
        Instant firstUsedAt,
        Instant lastUsedAt,
        Instant invalidatedAt,
        Instant suspendedAt,
        Instant reprovisioningAllowedAt) {

    public static DeviceJson of(Device device, Instant now) {
        return new DeviceJson(
                device.id(),
                device.uniqueIdentifier(),
                device.name(),
                device.type(),
                device.status(now),
                device.credentialStatus(now),
                device.enrollmentId(),
                device.certificateId(),
                device.createdAt(),
                device.rotatedAt(),
                device.firstUsedAt(),
                device.lastUsedAt(),
                device.invalidatedAt(),
                device.suspendedAt(),
                device.reprovisioningAllowedAt());
    }
}
