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
 * Reads the JSON of a stranger so that nobody else can read it differently: UTF-8 without repair, no member
 * twice at any depth (RFC 8259 section 4, RFC 7515 section 5.2), nothing after the end, not deep enough to exhaust
 * a stack, and no number that takes long to compute with. Every number in it is a {@link WrittenNumber}.
 */
public final class StrictJson {

    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private StrictJson() {}

    /** The events of a text; of malformed JSON an exception when they come to it. */
    static JsonParser parser(String text) {
        return PARSERS.createParser(new StringReader(text));
    }

    /**
     * @param utf8 a JSON object, white space around it allowed; the caller has bounded its length
     * @throws MalformedRequestException as {@link #value}, and if the value is no object
     */
    public static JsonObject object(byte[] utf8) throws MalformedRequestException {
        return object(utf8, Set.of());
    }

    /**
     * As {@link #object(byte[])}.
     *
     * @param known names of members that may be repeated in what is told of a fault
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
     * @throws MalformedRequestException that tells line, column and byte offset, if the bytes are not UTF-8 or begin with
     *     a byte order mark
     * @throws MalformedRequestException likewise, if the text is not exactly one JSON value, is nested too deep, has a
     *     member twice, or has a number with more than 1,000 characters or an exponent beyond 99,999
     */
    public static JsonValue value(byte[] utf8) throws MalformedRequestException {
        return JsonReading.read(JsonText.decode(utf8), Set.of());
    }
}
