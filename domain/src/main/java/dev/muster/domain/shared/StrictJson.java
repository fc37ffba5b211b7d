package dev.muster.domain.shared;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Reads the JSON of a stranger so that nobody else can read it differently: UTF-8 without repair, no member
 * twice at any depth (RFC 8259 section 4, RFC 7515 section 5.2), nothing after the end, and not deep enough to exhaust
 * a stack.
 */
public final class StrictJson {

    /** What is read here is flat; the deepest thing foreseen is a key in a header, refused for what it is. */
    private static final int MAX_DEPTH = 8;

    private static final JsonParserFactory PARSERS =
            Json.createParserFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private StrictJson() {}

    /**
     * @param utf8 a JSON object, white space around it allowed; the caller has bounded its length
     * @throws MalformedRequestException where the bytes are not UTF-8, or begin with a byte order mark
     * @throws MalformedRequestException where the text is not exactly one JSON object, is too deep, or has a member
     *     twice
     */
    public static JsonObject object(byte[] utf8) throws MalformedRequestException {
        if (value(utf8) instanceof JsonObject object) {
            return object;
        }
        throw new MalformedRequestException("not a JSON object");
    }

    /**
     * @param utf8 a JSON value, white space around it allowed; the caller has bounded its length
     * @throws MalformedRequestException as {@link #object}, but for what kind of value it is
     */
    public static JsonValue value(byte[] utf8) throws MalformedRequestException {
        String text = decode(utf8);
        try {
            checkDepthAndEnd(text);
            return parse(text);
        } catch (JsonException | IllegalStateException | IllegalArgumentException | ArithmeticException e) {
            // JsonException: no JSON; IllegalStateException: a member twice;
            // the rest: a number that no Java number can hold
            throw new MalformedRequestException("not JSON without doubled members");
        }
    }

    private static String decode(byte[] utf8) throws MalformedRequestException {
        try {
            // a new decoder reports what is malformed; String's constructor would repair it
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedRequestException("not UTF-8");
        }
    }

    /** Walks the whole text without recursion: building the object is safe, and complete, after it. */
    private static void checkDepthAndEnd(String text) throws MalformedRequestException {
        int depth = 0;
        try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
            while (parser.hasNext()) {
                Event event = parser.next();
                if (event == Event.START_OBJECT || event == Event.START_ARRAY) {
                    depth++;
                } else if (event == Event.END_OBJECT || event == Event.END_ARRAY) {
                    depth--;
                }
                if (depth > MAX_DEPTH) {
                    throw new MalformedRequestException("JSON deeper than " + MAX_DEPTH);
                }
            }
        }
    }

    private static JsonValue parse(String text) {
        try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
            parser.next();
            return parser.getValue();
        }
    }
}
