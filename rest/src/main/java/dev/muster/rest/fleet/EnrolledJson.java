package dev.muster.rest.fleet;

import dev.muster.ejb.fleet.EnrolledDevice;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.UUID;

/**
 * An imported identifier and its device.
 *
 * @param deviceId absent where the device has not joined
 */
@JsonbPropertyOrder({"enrollmentId", "uniqueIdentifier", "deviceName", "deviceId"})
public record EnrolledJson(long enrollmentId, String uniqueIdentifier, String deviceName, UUID deviceId) {

    static EnrolledJson of(EnrolledDevice enrolled) {
        return new EnrolledJson(
                enrolled.enrollmentId(), enrolled.uniqueIdentifier(), enrolled.deviceName(), enrolled.deviceId());
    }
}
