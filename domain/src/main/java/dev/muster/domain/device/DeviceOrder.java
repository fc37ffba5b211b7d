package dev.muster.domain.device;

import java.util.Objects;
import java.util.Optional;

/** The order of a list of devices. Its text is the property, with a minus before it if the order is descending. */
public record DeviceOrder(DeviceSort by, boolean descending) {

    public static final DeviceOrder NEWEST_FIRST = new DeviceOrder(DeviceSort.CREATED_AT, true);

    private static final String MINUS = "-";

    public DeviceOrder {
        Objects.requireNonNull(by);
    }

    /** Returns empty if the text is not a result of {@link #toString}. */
    public static Optional<DeviceOrder> named(String text) {
        boolean descending = text.startsWith(MINUS);
        return DeviceSort.named(descending ? text.substring(1) : text).map(by -> new DeviceOrder(by, descending));
    }

    @Override
    public String toString() {
        return (descending ? MINUS : "") + by.property();
    }
}
