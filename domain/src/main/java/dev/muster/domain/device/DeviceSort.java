package dev.muster.domain.device;

import java.util.Arrays;
import java.util.Optional;

/** A property that a list of devices is sorted by. */
public enum DeviceSort {
    /** When it joined. */
    CREATED_AT("createdAt"),
    /** Its name, ignoring case. */
    NAME("name"),
    UNIQUE_IDENTIFIER("uniqueIdentifier"),
    /** When it was last heard from; a device that never was counts from the time at which it joined. */
    LAST_USED_AT("lastUsedAt");

    private final String property;

    DeviceSort(String property) {
        this.property = property;
    }

    /** The name of the property in the API. */
    public String property() {
        return property;
    }

    static Optional<DeviceSort> named(String property) {
        return Arrays.stream(values())
                .filter(sort -> sort.property.equals(property))
                .findFirst();
    }
}
