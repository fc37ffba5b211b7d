package dev.muster.domain.telemetry;

import java.time.Instant;
import java.util.Objects;

/**
 * What messages may be at the time when they come in.
 *
 * @param receivedAt the time of all messages without {@code ts}
 * @param earliest the first time that is taken
 * @param latest the last time that is taken; a device's clock may go ahead of the server's
 * @param sources whose they may be
 */
public record TelemetryExpectation(Instant receivedAt, Instant earliest, Instant latest, TelemetrySources sources) {

    public TelemetryExpectation {
        Objects.requireNonNull(receivedAt);
        Objects.requireNonNull(earliest);
        Objects.requireNonNull(latest);
        Objects.requireNonNull(sources);
    }
}
