package dev.muster.domain.telemetry;

import dev.muster.domain.device.DeviceModel;
import java.time.Instant;
import java.util.Objects;

/**
 * What the messages of a device may be at the time when they come in.
 *
 * @param receivedAt stands in for the time of a message without {@code ts}
 * @param earliest the first time that is taken
 * @param latest the last time that is taken; a device's clock may go ahead of the server's
 * @param model what the device's model says, {@code null} for a device without one
 */
public record TelemetryExpectation(Instant receivedAt, Instant earliest, Instant latest, DeviceModel model) {

    public TelemetryExpectation {
        Objects.requireNonNull(receivedAt);
        Objects.requireNonNull(earliest);
        Objects.requireNonNull(latest);
    }
}
