package dev.muster.domain.telemetry;

import dev.muster.domain.shared.json.OwnJson;
import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;

/** A reported value in its stored form: a JSON literal. */
public final class TelemetryValue {

    private TelemetryValue() {}

    /** The literal of a number, a boolean or a text. */
    public static String literal(JsonValue value) {
        return value.toString();
    }

    /**
     * Whether two literals are the same value: equal texts or booleans, or equal numbers, however they are written.
     * {@code 21.5} and {@code 21.50} are the same, {@code 1} and {@code "1"} are not.
     */
    public static boolean isSame(String literal, String other) {
        return literal.equals(other) || isSame(OwnJson.read(literal), OwnJson.read(other));
    }

    private static boolean isSame(JsonValue value, JsonValue other) {
        return value instanceof JsonNumber number && other instanceof JsonNumber another
                ? number.bigDecimalValue().compareTo(another.bigDecimalValue()) == 0
                : value.equals(other);
    }
}
