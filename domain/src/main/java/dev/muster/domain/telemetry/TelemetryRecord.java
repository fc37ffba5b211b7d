package dev.muster.domain.telemetry;

import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Objects;

/**
 * One message of a device: its measured values at one time.
 *
 * @param ts milliseconds since the epoch, UTC
 * @param data numbers, booleans and texts by key; at least one
 */
public record TelemetryRecord(long ts, Map<String, JsonValue> data) {

    public TelemetryRecord {
        data = Map.copyOf(Objects.requireNonNull(data));
        if (data.isEmpty()) {
            throw new IllegalArgumentException("A record without data says nothing");
        }
    }
}
