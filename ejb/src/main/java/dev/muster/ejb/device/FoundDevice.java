package dev.muster.ejb.device;

import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceStatus;
import java.time.Instant;

/**
 * A device as the database has it.
 *
 * @param at when it was read, by the database's clock, which all servers share
 */
public record FoundDevice(Device device, Instant at) {

    public boolean isInvalidated() {
        return device.status(at) == DeviceStatus.INVALIDATED;
    }
}
