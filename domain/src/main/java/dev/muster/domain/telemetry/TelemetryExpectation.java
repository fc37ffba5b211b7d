package dev.muster.domain.telemetry;

import java.time.Instant;
import java.util.Objects;

/**
 * The rules for messages at the time of their receipt.
 *
 * @param receivedAt the time of all messages without {@code ts}
 * @param earliest the first time that is accepted
 * @param latest the last time that is accepted; a device's clock may be ahead of the server's
 * @param sources the devices whose messages the sender may send
 */
public record TelemetryExpectation(Instant receivedAt, Instant earliest, Instant latest, TelemetrySources sources) {

    public TelemetryExpectation {
        Objects.requireNonNull(receivedAt);
        Objects.requireNonNull(earliest);
        Objects.requireNonNull(latest);
        Objects.requireNonNull(sources);
    }
}
