package dev.muster.domain.device;

import java.util.Objects;

/**
 * What an organization said of a device before it existed.
 *
 * @param enrollmentId the entry of the allow-list that it comes from
 * @param uniqueIdentifier as entered
 * @param name its name in the organization
 * @param type what kind of device it is
 */
public record DeviceIdentity(Long enrollmentId, String uniqueIdentifier, String name, DeviceType type) {

    public DeviceIdentity {
        Objects.requireNonNull(enrollmentId);
        Objects.requireNonNull(uniqueIdentifier);
        Objects.requireNonNull(name);
        Objects.requireNonNull(type);
    }
}
