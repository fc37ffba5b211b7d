package dev.muster.domain.telemetry;

import java.util.Objects;
import java.util.UUID;

/** One message that came in, and whose it is. */
public record ReceivedTelemetry(UUID deviceId, TelemetryRecord message) {

    public ReceivedTelemetry {
        Objects.requireNonNull(deviceId);
        Objects.requireNonNull(message);
    }
}
