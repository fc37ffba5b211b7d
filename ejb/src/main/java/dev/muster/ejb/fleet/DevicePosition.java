package dev.muster.ejb.fleet;

import dev.muster.domain.device.Device;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.SearchTimes;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A position among an organization's devices, the newest first: what has been gone through up to here. Devices that join
 * meanwhile come before it, so work that goes on from a position never comes to them.
 *
 * @param at when the last device that was gone through joined
 * @param id of that device; {@code null} before the first one
 */
public record DevicePosition(Instant at, @Nullable UUID id) {

    private static final String SEPARATOR = "~";

    public static DevicePosition of(Device device) {
        return new DevicePosition(device.createdAt(), device.id());
    }

    /** @throws ProblemException {@code validation-failed} if the text is not a result of {@link #toString} */
    public static DevicePosition parse(String text) {
        try {
            String[] parts = text.split(SEPARATOR, 2);
            Instant at = Instant.parse(parts[0]);
            SearchTimes.require(at);
            return new DevicePosition(at, parts.length == 1 ? null : UUID.fromString(parts[1]));
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            throw ProblemException.invalid("This is not a position in the list of devices; begin again.");
        }
    }

    /** For the script that asks for one part after the other, and sends the text back unchanged. */
    @Override
    public String toString() {
        return id == null ? at.toString() : at + SEPARATOR + id;
    }
}
