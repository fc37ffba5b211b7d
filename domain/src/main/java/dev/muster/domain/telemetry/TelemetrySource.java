package dev.muster.domain.telemetry;

import dev.muster.domain.device.DeviceModel;
import java.util.Objects;
import java.util.UUID;

/**
 * A device whose messages come in.
 *
 * @param model what says which of them are right, {@code null} for a device without one
 */
public record TelemetrySource(UUID deviceId, DeviceModel model) {

    public TelemetrySource {
        Objects.requireNonNull(deviceId);
    }
}
