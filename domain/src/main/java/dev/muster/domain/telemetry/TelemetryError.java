package dev.muster.domain.telemetry;

import java.util.Objects;

/**
 * One fault in what a device sent.
 *
 * @param index of the message, from 0; 0 for a single one
 * @param key the key or member that is wrong, {@code null} where it is the whole message, or where the key itself is
 * @param fault what is wrong
 */
public record TelemetryError(int index, String key, TelemetryFault fault) {

    public TelemetryError {
        Objects.requireNonNull(fault);
    }
}
