package dev.muster.domain.telemetry;

import java.util.Objects;
import java.util.UUID;

/**
 * One received message and its device.
 *
 * @param hasOwnTime whether the device sent the time; otherwise it is the time of receipt, which many messages may
 *     share
 */
public record ReceivedTelemetry(UUID deviceId, TelemetryRecord message, boolean hasOwnTime) {

    public ReceivedTelemetry {
        Objects.requireNonNull(deviceId);
        Objects.requireNonNull(message);
    }
}
