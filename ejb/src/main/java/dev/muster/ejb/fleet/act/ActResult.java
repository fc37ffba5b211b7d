package dev.muster.ejb.fleet.act;

import dev.muster.domain.device.Device;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The result of an act for one of many devices.
 *
 * @param uniqueIdentifier {@code null} if the device was not found at all
 */
public record ActResult(
        UUID deviceId,
        @Nullable String uniqueIdentifier,
        @Nullable String name,
        Outcome outcome) {

    /** What became of it. */
    public enum Outcome {
        DONE,
        /** The organization has no such device, or it was deleted a moment before. */
        NOT_FOUND,
        /** So many commands wait for the device that it gets no further one. */
        QUEUE_FULL
    }

    static ActResult of(UUID deviceId, @Nullable Device device, Outcome outcome) {
        return device == null
                ? new ActResult(deviceId, null, null, Outcome.NOT_FOUND)
                : new ActResult(deviceId, device.uniqueIdentifier(), device.name(), outcome);
    }

    public boolean isDone() {
        return outcome == Outcome.DONE;
    }
}
