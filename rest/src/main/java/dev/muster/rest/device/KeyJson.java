package dev.muster.rest.device;

import dev.muster.domain.device.TelemetryKey;
import dev.muster.domain.device.ValueType;
import dev.muster.rest.shared.JsonBody;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One key of a model. */
@Schema(name = "TelemetryKey")
@JsonbPropertyOrder({"key", "type", "unit", "min", "max"})
public record KeyJson(
        @Schema(required = true, maxLength = TelemetryKey.MAX_NAME)
        String key,

        @Schema(required = true) ValueType type,

        @Schema(maxLength = TelemetryKey.MAX_UNIT, description = "For people; absent if the key has no unit")
        String unit,

        @Schema(description = "The smallest allowed number; absent if there is no limit or the type is not a number")
        Double min,

        @Schema(description = "The greatest allowed number; absent if there is no limit or the type is not a number")
        Double max) {

    static final String[] MEMBERS = {"key", "type", "unit", "min", "max"};

    static KeyJson of(TelemetryKey key) {
        return new KeyJson(key.name(), key.type(), key.unit(), key.minimum(), key.maximum());
    }

    static TelemetryKey read(JsonBody body) {
        return new TelemetryKey(
                body.text("key"),
                body.constant("type", ValueType.class, null),
                body.text("unit", null),
                body.number("min"),
                body.number("max"));
    }
}
