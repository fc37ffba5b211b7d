package dev.muster.web.telemetry;

import dev.muster.domain.shared.json.OwnJson;
import dev.muster.domain.telemetry.TelemetryRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParsingException;
import java.util.TreeMap;

/** How measured values are written on a page: a value without the quotes of JSON, a whole message as it was sent. */
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

    /** The data of a message as JSON, in the order of its keys: {@code {"battery":87,"moving":true}}. */
    public String raw(TelemetryRecord message) {
        JsonObjectBuilder data = OwnJson.object();
        new TreeMap<>(message.data()).forEach(data::add);
        return data.build().toString();
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }
}
