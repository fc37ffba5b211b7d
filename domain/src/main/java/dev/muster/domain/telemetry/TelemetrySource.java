package dev.muster.domain.telemetry;

import dev.muster.domain.device.DeviceModel;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device whose messages the server receives.
 *
 * @param model the rules for its messages, {@code null} for a device without a model
 */
public record TelemetrySource(UUID deviceId, @Nullable DeviceModel model) {

    public TelemetrySource {
        Objects.requireNonNull(deviceId);
    }
}
