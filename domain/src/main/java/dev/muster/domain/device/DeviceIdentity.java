package dev.muster.domain.device;

import java.util.Objects;

/**
 * What an organization imported about a device before the device existed.
 *
 * @param enrollmentId the entry of the allow-list
 * @param uniqueIdentifier as entered
 * @param name its name in the organization
 * @param type how it reaches the platform
 */
public record DeviceIdentity(Long enrollmentId, String uniqueIdentifier, String name, DeviceType type) {

    public DeviceIdentity {
        Objects.requireNonNull(enrollmentId);
        Objects.requireNonNull(uniqueIdentifier);
        Objects.requireNonNull(name);
        Objects.requireNonNull(type);
    }
}
