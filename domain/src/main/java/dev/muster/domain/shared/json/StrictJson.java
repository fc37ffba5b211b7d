package dev.muster.domain.shared.json;

import dev.muster.domain.shared.WrittenNumber;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.Map;
import java.util.Set;

/**
 * Reads the JSON of a stranger so that every other program reads it in the same way: UTF-8 without repair, no duplicate
 * member at any depth (RFC 8259 section 4, RFC 7515 section 5.2), nothing after the end, no depth that would exhaust a
 * stack, and no number that takes long to compute with. Every number in it is a {@link WrittenNumber}.
 */
public final class StrictJson {

    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private StrictJson() {}

    /** The events of a text; they end with an exception at the first malformed place. */
    static JsonParser parser(String text) {
        return PARSERS.createParser(new StringReader(text));
    }

    /**
     * @param utf8 a JSON object, white space around it allowed; the caller has bounded its length
     * @throws MalformedRequestException as {@link #value}, and if the value is not an object
     */
    public static JsonObject object(byte[] utf8) throws MalformedRequestException {
        return object(utf8, Set.of());
    }

    /**
     * As {@link #object(byte[])}.
     *
     * @param known names of members that an error message may repeat
     * @throws MalformedRequestException likewise
     */
    public static JsonObject object(byte[] utf8, Set<String> known) throws MalformedRequestException {
        JsonValue value = JsonReading.read(JsonText.decode(utf8), known);
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new MalformedRequestException(
                "The JSON has to be an object, { and } around its members; it is " + JsonKind.of(value) + ".");
    }

    /**
     * Reads one value.
     *
     * @param utf8 a JSON value, white space around it allowed; the caller has bounded its length
     * @throws MalformedRequestException with line, column and byte offset, if the bytes are not UTF-8 or begin with a
     *     byte order mark
     * @throws MalformedRequestException likewise, if the text is not exactly one JSON value, is nested too deep, has a
     *     duplicate member, or has a number with more than 1,000 characters or an exponent beyond 99,999
     */
    public static JsonValue value(byte[] utf8) throws MalformedRequestException {
        return JsonReading.read(JsonText.decode(utf8), Set.of());
    }
}
