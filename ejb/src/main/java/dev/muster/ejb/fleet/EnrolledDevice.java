package dev.muster.ejb.fleet;

import java.util.UUID;

/**
 * An imported identifier and its device.
 *
 * @param uniqueIdentifier as it was imported
 * @param deviceName its name in the organization
 * @param deviceId {@code null} where the device has not joined
 */
public record EnrolledDevice(Long enrollmentId, String uniqueIdentifier, String deviceName, UUID deviceId) {

    public boolean isProvisioned() {
        return deviceId != null;
    }
}
