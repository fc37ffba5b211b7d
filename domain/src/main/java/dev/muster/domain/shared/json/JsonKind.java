package dev.muster.domain.shared.json;

import jakarta.json.JsonValue;

/** The kind of a JSON value, in words. */
public final class JsonKind {

    private JsonKind() {}

    /** Such as "a number". */
    public static String of(JsonValue value) {
        return switch (value.getValueType()) {
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case STRING -> "a string";
            case NUMBER -> "a number";
            case TRUE, FALSE -> "true or false";
            case NULL -> "null";
        };
    }
}
