package dev.muster.web.telemetry;

import dev.muster.domain.shared.json.OwnJson;
import dev.muster.domain.telemetry.TelemetryRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParsingException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How measured values are written on a page: texts without the quotes of JSON, everything else as it was sent. */
@Named
@ApplicationScoped
public class TelemetryDisplay {

    public String literal(String json) {
        try {
            return text(OwnJson.read(json));
        } catch (JsonParsingException noJson) {
            return json;
        }
    }

    /** All values of a message in the order of their keys: {@code battery 87, moving true}. */
    public String values(TelemetryRecord message) {
        return new TreeMap<>(message.data())
                .entrySet().stream().map(TelemetryDisplay::pair).collect(Collectors.joining(", "));
    }

    private static String pair(Map.Entry<String, JsonValue> value) {
        return value.getKey() + " " + text(value.getValue());
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }
}
