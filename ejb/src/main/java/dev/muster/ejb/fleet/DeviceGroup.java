package dev.muster.ejb.fleet;

import dev.muster.domain.device.DeviceFilter;
import org.jspecify.annotations.Nullable;

/**
 * Which devices belong to an application: those that were added, and those that match its rule.
 *
 * @param hasAdded whether any device was added; a query without them is faster
 * @param rule {@code null} if the application has none
 */
public record DeviceGroup(boolean hasAdded, @Nullable DeviceFilter rule) {

    /** A group without devices. */
    public static final DeviceGroup NONE = new DeviceGroup(false, null);
}
