package dev.muster.rest.device;

import dev.muster.domain.device.CredentialStatus;
import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceStatus;
import dev.muster.domain.device.DeviceType;
import dev.muster.domain.device.session.SessionState;
import dev.muster.rest.shared.NamedId;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A device as its organization sees it.
 *
 * @param model says which telemetry the device may send; absent if it has no model
 * @param firstUsedAt when it first authenticated with its present credentials
 * @param lastUsedAt when it last authenticated, within some minutes
 * @param invalidatedAt from when the device is not valid; in the future if the revocation of its certificate is planned
 * @param suspendedAt since when its credentials are suspended
 * @param reprovisioningAllowedAt since when one more valid proof gives it new credentials, whatever the policy
 * @param session only for one device; absent in lists, and if the device has never connected by MQTT
 */
@Schema(name = "Device")
@JsonbPropertyOrder({
    "id",
    "uniqueIdentifier",
    "name",
    "type",
    "model",
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
    "reprovisioningAllowedAt",
    "session"
})
public record DeviceJson(
        UUID id,
        String uniqueIdentifier,
        String name,
        DeviceType type,
        NamedId model,
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
        Instant reprovisioningAllowedAt,

        @Schema(
                description = "Whether the device is connected by MQTT, or its last session. Only for one device;"
                        + " absent in lists, and if the device has never connected by MQTT")
        SessionJson session) {

    /** @param models the names of the organization's models, by id */
    static DeviceJson of(Device device, Map<UUID, String> models, Instant now) {
        UUID model = device.modelId();
        return new DeviceJson(
                device.id(),
                device.uniqueIdentifier(),
                device.name(),
                device.type(),
                models.containsKey(model) ? new NamedId(model, models.get(model)) : null,
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
                device.reprovisioningAllowedAt(),
                null);
    }

    /** The same, with its session. @param state null if the device has never connected */
    public DeviceJson with(SessionState state) {
        return new DeviceJson(
                id,
                uniqueIdentifier,
                name,
                type,
                model,
                status,
                credentialStatus,
                enrollmentId,
                certificateId,
                createdAt,
                rotatedAt,
                firstUsedAt,
                lastUsedAt,
                invalidatedAt,
                suspendedAt,
                reprovisioningAllowedAt,
                state == null ? null : SessionJson.of(state));
    }
}
