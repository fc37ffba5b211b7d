package dev.muster.domain.telemetry;

import java.util.Objects;
import java.util.UUID;

/**
 * One message that came in, and whose it is.
 *
 * @param hasOwnTime whether the device said the time; otherwise it is the time of receipt, which many messages may share
 */
public record ReceivedTelemetry(UUID deviceId, TelemetryRecord message, boolean hasOwnTime) {

    public ReceivedTelemetry {
        Objects.requireNonNull(deviceId);
        Objects.requireNonNull(message);
    }
}
