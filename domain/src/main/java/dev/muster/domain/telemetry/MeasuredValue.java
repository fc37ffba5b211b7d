package dev.muster.domain.telemetry;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules for a value of a message: a number, which is kept with all its digits, a boolean, or a short text. */
final class MeasuredValue {

    private static final int MAX_TEXT = 1_000;

    private static final int MAX_NUMBER = 100;

    private MeasuredValue() {}

    /** @return one sentence for the sender; empty if the value is right */
    static Optional<String> fault(JsonValue value) {
        return Optional.ofNullable(
                switch (value.getValueType()) {
                    case TRUE, FALSE -> null;
                    case NUMBER ->
                        value.toString().length() > MAX_NUMBER
                                ? "A number has at most " + MAX_NUMBER + " characters."
                                : null;
                    case STRING -> ofText(((JsonString) value).getString());
                    case NULL -> "A value must not be null; leave the key out if there is nothing to report.";
                    default ->
                        "A value must not be an object or an array; send each number, boolean or text under its own key.";
                });
    }

    /** PostgreSQL stores no NUL, and neither database stores half a surrogate pair. */
    private static @Nullable String ofText(String text) {
        if (text.length() > MAX_TEXT) {
            return "A text has at most " + MAX_TEXT + " characters.";
        }
        return text.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE)
                ? "A text must not have a NUL character or half a surrogate pair."
                : null;
    }
}
