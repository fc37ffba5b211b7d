package dev.muster.ejb.fleet.act;

import dev.muster.domain.device.Device;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The result of an act for one of many devices.
 *
 * @param uniqueIdentifier {@code null} if the device was not found at all
 * @param isDone false if the organization has no such device, or it was deleted a moment before
 */
public record ActResult(
        UUID deviceId,
        @Nullable String uniqueIdentifier,
        @Nullable String name,
        boolean isDone) {

    static ActResult of(UUID deviceId, @Nullable Device device, boolean isDone) {
        return device == null
                ? new ActResult(deviceId, null, null, false)
                : new ActResult(deviceId, device.uniqueIdentifier(), device.name(), isDone);
    }
}
