package dev.muster.domain.telemetry;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One fault in a device's messages.
 *
 * @param index of the message, from 0; 0 for a single message
 * @param key the wrong key or member, {@code null} if the whole message is wrong or the name cannot be repeated
 * @param fault what is wrong
 * @param detail one sentence for people: what would be right
 */
public record TelemetryError(int index, @Nullable String key, TelemetryFault fault, String detail) {

    public TelemetryError {
        Objects.requireNonNull(fault);
        Objects.requireNonNull(detail);
    }

    /** A fault whose detail is the general one. */
    public TelemetryError(int index, @Nullable String key, TelemetryFault fault) {
        this(index, key, fault, fault.detail());
    }
}
