package dev.muster.rest.device;

import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceStatus;
import dev.muster.domain.device.DeviceType;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.UUID;

/**
 * A device as its organization sees it.
 *
 * @param lastUsedAt when it last authenticated, to some minutes
 * @param invalidatedAt from when on it counts no more; lies in the future where the revocation of its certificate is
 *     planned
 */
@JsonbPropertyOrder({
    "id",
    "uniqueIdentifier",
    "name",
    "type",
    "status",
    "enrollmentId",
    "certificateId",
    "createdAt",
    "rotatedAt",
    "firstUsedAt",
    "lastUsedAt",
    "invalidatedAt"
})
public record DeviceJson(
        UUID id,
        String uniqueIdentifier,
        String name,
        DeviceType type,
        DeviceStatus status,
        Long enrollmentId,
        UUID certificateId,
        Instant createdAt,
        Instant rotatedAt,
        Instant firstUsedAt,
        Instant lastUsedAt,
        Instant invalidatedAt) {

    public static DeviceJson of(Device device, Instant now) {
        return new DeviceJson(
                device.id(),
                device.uniqueIdentifier(),
                device.name(),
                device.type(),
                device.status(now),
                device.enrollmentId(),
                device.certificateId(),
                device.createdAt(),
                device.rotatedAt(),
                device.firstUsedAt(),
                device.lastUsedAt(),
                device.invalidatedAt());
    }
}
