package dev.muster.domain.telemetry;

import java.util.Objects;

/**
 * One fault in what a device sent.
 *
 * @param index of the message, from 0; 0 for a single one
 * @param key the key or member that is wrong, {@code null} if the whole message is, or if the name itself cannot be repeated
 * @param fault what is wrong
 * @param detail one sentence for people: what would be right
 */
public record TelemetryError(int index, String key, TelemetryFault fault, String detail) {

    public TelemetryError {
        Objects.requireNonNull(fault);
        Objects.requireNonNull(detail);
    }

    /** A fault of which nothing more is to be said. */
    public TelemetryError(int index, String key, TelemetryFault fault) {
        this(index, key, fault, fault.detail());
    }
}
