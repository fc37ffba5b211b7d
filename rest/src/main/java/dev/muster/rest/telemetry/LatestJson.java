package dev.muster.rest.telemetry;

import dev.muster.domain.shared.json.OwnJson;
import dev.muster.ejb.telemetry.LatestValue;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;

/** The last value of each key. */
public record LatestJson(List<Value> items) {

    /** @param ts milliseconds since 1970, UTC */
    @JsonbPropertyOrder({"key", "ts", "value"})
    public record Value(String key, long ts, JsonValue value) {}

    static LatestJson of(List<LatestValue> values) {
        return new LatestJson(values.stream()
                .map(latest -> new Value(latest.key(), latest.at().toEpochMilli(), OwnJson.read(latest.value())))
                .toList());
    }
}
