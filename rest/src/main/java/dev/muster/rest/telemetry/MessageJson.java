package dev.muster.rest.telemetry;

import dev.muster.domain.telemetry.TelemetryRecord;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.Map;

/**
 * One message.
 *
 * @param ts milliseconds since 1970, UTC
 * @param data numbers, texts and booleans by key
 */
@JsonbPropertyOrder({"ts", "data"})
public record MessageJson(long ts, Map<String, JsonValue> data) {

    static MessageJson of(TelemetryRecord message) {
        return new MessageJson(message.ts(), message.data());
    }
}
