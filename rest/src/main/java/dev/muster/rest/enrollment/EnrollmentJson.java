package dev.muster.rest.enrollment;

import dev.muster.domain.device.DeviceType;
import dev.muster.domain.enrollment.Enrollment;
import dev.muster.rest.shared.NamedId;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.UUID;

/**
 * An entry of the allow-list.
 *
 * @param uniqueIdentifier as entered
 * @param parentGateway the normal form of the gateway's identifier, absent where there is none
 */
@JsonbPropertyOrder({
    "id",
    "uniqueIdentifier",
    "deviceName",
    "deviceType",
    "parentGateway",
    "manufacturer",
    "importId",
    "createdAt"
})
public record EnrollmentJson(
        Long id,
        String uniqueIdentifier,
        String deviceName,
        DeviceType deviceType,
        String parentGateway,
        NamedId manufacturer,
        UUID importId,
        Instant createdAt) {

    static EnrollmentJson of(Enrollment enrollment) {
        return new EnrollmentJson(
                enrollment.id(),
                enrollment.uniqueIdentifier(),
                enrollment.deviceName(),
                enrollment.deviceType(),
                enrollment.parentIdentifier(),
                new NamedId(
                        enrollment.manufacturer().id(),
                        enrollment.manufacturer().name()),
                enrollment.batchId(),
                enrollment.createdAt());
    }
}
