package dev.muster.domain.shared.json;

import dev.muster.domain.shared.WrittenNumber;
import jakarta.json.JsonException;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParsingException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON text from its first character to its last, without recursion. It knows its place in the text, so that
 * an error message can name it. {@link StrictJson} says what is refused.
 */
final class JsonReading {

    /** The texts of the protocol are flat; the deepest is a key in a header, which is refused anyway. */
    private static final int MAX_DEPTH = 8;

    /** Characters of a number; no measured value has as many. */
    private static final int MAX_NUMBER = 1_000;

    /** Positive or negative; a double ends at 308. With a larger exponent a short text stands for a billion digits. */
    private static final int MAX_EXPONENT = 99_999;

    private final String text;

    private final Set<String> known;

    private final Deque<JsonContainer> open = new ArrayDeque<>();

    private final JsonParser parser;

    private @Nullable JsonValue root;

    private JsonReading(String text, Set<String> known, JsonParser parser) {
        this.text = text;
        this.known = known;
        this.parser = parser;
    }

    /**
     * @param known names of members of the outermost object that an error message may repeat
     * @throws MalformedRequestException if the text is not exactly one JSON value as {@link StrictJson} wants it
     */
    static JsonValue read(String text, Set<String> known) throws MalformedRequestException {
        try (JsonParser parser = StrictJson.parser(text)) {
            return new JsonReading(text, known, parser).readAll();
        }
    }

    private JsonValue readAll() throws MalformedRequestException {
        try {
            while (parser.hasNext()) {
                take(parser.next());
            }
        } catch (JsonParsingException e) {
            throw unreadable((int) e.getLocation().getStreamOffset());
        } catch (JsonException e) {
            throw unreadable(text.length());
        }
        return Objects.requireNonNull(root);
    }

    private void take(Event event) throws MalformedRequestException {
        switch (event) {
            case START_OBJECT -> open(new JsonContainer.OfMembers());
            case START_ARRAY -> open(new JsonContainer.OfItems());
            case END_OBJECT, END_ARRAY -> add(open.pop().value());
            case KEY_NAME -> name(parser.getString());
            case VALUE_NUMBER -> add(number(parser.getString()));
            case VALUE_STRING -> add(parser.getValue());
            case VALUE_TRUE -> add(JsonValue.TRUE);
            case VALUE_FALSE -> add(JsonValue.FALSE);
            case VALUE_NULL -> add(JsonValue.NULL);
        }
    }

    private void open(JsonContainer container) throws MalformedRequestException {
        open.push(container);
        if (open.size() > MAX_DEPTH) {
            throw fault("The JSON is nested deeper than " + MAX_DEPTH + " levels");
        }
    }

    private void name(String name) throws MalformedRequestException {
        if (!open.element().begin(name)) {
            throw fault("An object in the JSON has the same member twice; the second one ends");
        }
    }

    private void add(JsonValue value) {
        if (open.isEmpty()) {
            root = value;
        } else {
            open.element().add(value);
        }
    }

    private WrittenNumber number(String written) throws MalformedRequestException {
        if (written.length() > MAX_NUMBER) {
            throw fault("A number in the JSON has more than " + MAX_NUMBER + " characters; it ends");
        }
        if (!hasSmallExponent(written)) {
            throw fault("A number in the JSON has an exponent beyond " + MAX_EXPONENT + "; it ends");
        }
        return new WrittenNumber(written);
    }

    private static boolean hasSmallExponent(String written) {
        int mark = Math.max(written.indexOf('e'), written.indexOf('E'));
        if (mark < 0) {
            return true; // nearly every number of a message
        }
        String digits = written.substring(mark + 1).replaceFirst("^[+-]?0*", "");
        return digits.isEmpty() || digits.length() <= 5 && Integer.parseInt(digits) <= MAX_EXPONENT;
    }

    private MalformedRequestException fault(String what) {
        return new MalformedRequestException(
                what + " at " + place(parser.getLocation().getStreamOffset()) + ".");
    }

    private MalformedRequestException unreadable(int at) {
        int end = JsonFault.begin(text, at);
        if (root != null) {
            String what = end < text.length() && text.charAt(end) == 0 ? "A NUL byte follows" : "Something follows";
            return new MalformedRequestException(
                    what + " the JSON at " + place(end) + "; send the JSON and nothing after it.");
        }
        return new MalformedRequestException(
                "The JSON cannot be read at " + place(end) + ": " + JsonFault.at(text, end) + ".");
    }

    /**
     * Also names the index of the item in a list of messages, or the member of an object: nobody counts to a thousand.
     */
    private String place(long at) {
        String place = JsonPlace.of(text, at).toString();
        if (open.peekLast() instanceof JsonContainer.OfItems list) {
            return place + ", in the item with index " + list.size() + " of the array";
        }
        return open.peekLast() instanceof JsonContainer.OfMembers object
                        && object.name() != null
                        && known.contains(object.name())
                ? place + ", in or after the member " + object.name()
                : place;
    }
}
