package dev.muster.ejb.fleet;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An imported identifier, with its device if it exists.
 *
 * @param uniqueIdentifier the identifier as imported
 * @param deviceName the device's name in the organization
 * @param deviceId {@code null} if the device is not provisioned
 */
public record EnrolledDevice(
        Long enrollmentId,
        String uniqueIdentifier,
        String deviceName,
        @Nullable UUID deviceId) {

    public boolean isProvisioned() {
        return deviceId != null;
    }
}
