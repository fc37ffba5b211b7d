package dev.muster.domain.shared.json;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.util.Collection;
import java.util.Map;

/**
 * Builds JSON and reads JSON of our own; {@link StrictJson} reads the JSON of strangers. Keeps the factories, because
 * each call of {@link Json} searches all libraries for an implementation.
 */
public final class OwnJson {

    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private OwnJson() {}

    public static JsonObjectBuilder object() {
        return BUILDERS.createObjectBuilder();
    }

    public static JsonArrayBuilder array() {
        return BUILDERS.createArrayBuilder();
    }

    /** @param items strings, numbers, booleans or JSON values */
    public static JsonArrayBuilder array(Collection<?> items) {
        return BUILDERS.createArrayBuilder(items);
    }

    /** @throws JsonParsingException if the text does not begin with a JSON value */
    public static JsonValue read(String text) {
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }
}
