package dev.muster.rest.device;

import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceStatus;
import dev.muster.domain.device.DeviceType;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.UUID;

/** A device as its organization sees it. */
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
    "firstUsedAt"
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
        Instant firstUsedAt) {

    static DeviceJson of(Device device) {
        return new DeviceJson(
                device.id(),
                device.uniqueIdentifier(),
                device.name(),
                device.type(),
                device.status(),
                device.enrollmentId(),
                device.certificateId(),
                device.createdAt(),
                device.rotatedAt(),
                device.firstUsedAt());
    }
}
