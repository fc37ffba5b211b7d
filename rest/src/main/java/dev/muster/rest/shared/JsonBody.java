package dev.muster.rest.shared;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.domain.shared.json.StrictJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The small JSON object in a request to the management API. It is read strictly: an unclear value is refused, not
 * guessed.
 */
public final class JsonBody {

    /** The media type of RFC 7396. */
    public static final String MERGE_PATCH = "application/merge-patch+json";

    private static final int MAX_BYTES = 64 * 1024;

    /** Names that a sentence for people may repeat. */
    private static final Pattern PLAIN_NAME = Pattern.compile("\\w{1,40}");

    private final JsonObject members;

    private JsonBody(JsonObject members) {
        this.members = members;
    }

    /**
     * Reads a body.
     *
     * @param known the members that it may have; a member with the value {@code null} counts as absent
     * @throws ProblemException {@code body-too-large}, {@code malformed-request}
     * @throws ProblemException {@code validation-failed} if it has another member
     */
    public static JsonBody read(InputStream body, String... known) {
        return read(body, MAX_BYTES, known);
    }

    /**
     * The same for a body that may be longer than others.
     *
     * @param limit in bytes
     */
    public static JsonBody read(InputStream body, int limit, String... known) {
        return of(parse(BoundedBody.read(body, limit)), known);
    }

    private static JsonBody of(JsonObject members, String... known) {
        SortedSet<String> unknown = new TreeSet<>(members.keySet());
        Arrays.asList(known).forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            String name = unknown.getFirst();
            String which = PLAIN_NAME.matcher(name).matches() ? "The member " + name : "A member";
            throw ProblemException.invalid(
                    which + " is not known here; known members: " + String.join(", ", known) + ".");
        }
        return new JsonBody(members);
    }

    private static JsonObject parse(byte[] bytes) {
        try {
            return StrictJson.object(bytes);
        } catch (MalformedRequestException e) {
            throw new ProblemException(e.code(), e.getMessage());
        }
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    /** Whether the member is absent, or has the value {@code null}. */
    public boolean isNull(String name) {
        return value(name) == null;
    }

    /** A required text. */
    public String text(String name) {
        String text = text(name, null);
        if (text == null) {
            throw ProblemException.invalid("The member " + name + " is missing; it is a text.");
        }
        return text;
    }

    /** A text, or {@code absent} if the member is absent. */
    public String text(String name, String absent) {
        JsonValue value = value(name);
        if (value == null) {
            return absent;
        }
        if (value instanceof JsonString string) {
            return wellFormed(name, string.getString());
        }
        throw ProblemException.invalid("The member " + name + " must be a text.");
    }

    public int integer(String name, int absent) {
        Integer number = integer(name);
        return number == null ? absent : number;
    }

    /** A whole number; null if the member is absent. */
    public Integer integer(String name) {
        JsonValue value = value(name);
        if (value == null) {
            return null;
        }
        if (value instanceof JsonNumber number && isInt(number)) {
            return number.intValueExact();
        }
        throw ProblemException.invalid("The member " + name + " must be a whole number.");
    }

    /** A number of any kind; null if the member is absent. */
    public Double number(String name) {
        JsonValue value = value(name);
        if (value == null) {
            return null;
        }
        if (value instanceof JsonNumber number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw ProblemException.invalid("The member " + name + " must be a number.");
    }

    /**
     * An object, read as strictly as the body; null if the member is absent.
     *
     * @param known the members that it may have
     */
    public JsonBody object(String name, String... known) {
        JsonValue value = value(name);
        if (value == null) {
            return null;
        }
        if (value instanceof JsonObject object) {
            return of(object, known);
        }
        throw ProblemException.invalid("The member " + name + " must be an object.");
    }

    /** An object with whatever members; null if the member is absent. */
    public JsonObject anyObject(String name) {
        JsonValue value = value(name);
        if (value == null || value instanceof JsonObject) {
            return (JsonObject) value;
        }
        throw ProblemException.invalid("The member " + name + " must be an object.");
    }

    /** A date and a time with its offset (RFC 3339 section 5.6); null if the member is absent. */
    public Instant time(String name) {
        String text = text(name, null);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw ProblemException.invalid(
                    "The member " + name + " must be a date and a time with its offset, such as 2026-12-01T00:00:00Z.");
        }
    }

    /**
     * A list of objects, each read as strictly as the body; null if the member is absent.
     *
     * @param known the members that each of them may have
     */
    public List<JsonBody> objects(String name, String... known) {
        return list(name, "objects", value -> value instanceof JsonObject object ? of(object, known) : null);
    }

    /** A list of constants by their names; null if the member is absent. */
    public <E extends Enum<E>> List<E> constants(String name, Class<E> type) {
        return list(
                name,
                "names out of " + names(type),
                value -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> value instanceof JsonString text
                                && constant.name().equals(text.getString()))
                        .findFirst()
                        .orElse(null));
    }

    /** A list of whole numbers; null if the member is absent. */
    public List<Integer> integers(String name) {
        return list(
                name,
                "whole numbers",
                value -> value instanceof JsonNumber number && isInt(number) ? number.intValueExact() : null);
    }

    private <T> List<T> list(String name, String what, Function<JsonValue, T> reading) {
        JsonValue value = value(name);
        if (value == null) {
            return null;
        }
        List<T> read =
                value instanceof JsonArray array ? array.stream().map(reading).toList() : null;
        if (read == null || read.contains(null)) {
            throw ProblemException.invalid("The member " + name + " must be an array of " + what + ".");
        }
        return read;
    }

    private static String names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }

    public boolean flag(String name) {
        JsonValue value = value(name);
        if (value != null && value != JsonValue.TRUE && value != JsonValue.FALSE) {
            throw ProblemException.invalid("The member " + name + " must be true or false.");
        }
        return value == JsonValue.TRUE;
    }

    /** An id; null if the member is absent. */
    public UUID id(String name) {
        String text = text(name, null);
        return text == null ? null : Ids.parse(text, "The member " + name);
    }

    /** Required ids, in their order. */
    public List<UUID> ids(String name) {
        if (value(name) instanceof JsonArray array && array.stream().allMatch(JsonString.class::isInstance)) {
            return array.getValuesAs(JsonString.class).stream()
                    .map(id -> Ids.parse(id.getString(), "Each text of the member " + name))
                    .toList();
        }
        throw ProblemException.invalid("The member " + name + " must be a list of ids.");
    }

    /** A constant by its name; null if the member is absent. */
    public <E extends Enum<E>> E constant(String name, Class<E> type) {
        return isNull(name) ? null : constant(name, type, null);
    }

    /** A constant by its name. */
    public <E extends Enum<E>> E constant(String name, Class<E> type, E absent) {
        String text = text(name, null);
        if (text == null && absent != null) {
            return absent;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> ProblemException.invalid("The member " + name + " must be one of " + names(type) + "."));
    }

    private JsonValue value(String name) {
        JsonValue value = members.get(name);
        return value == JsonValue.NULL ? null : value;
    }

    private static boolean isInt(JsonNumber number) {
        return number.isIntegral() && number.bigIntegerValue().bitLength() < Integer.SIZE;
    }

    /** Refuses a NUL and half a surrogate pair, because the database cannot store them. */
    private static String wellFormed(String name, String text) {
        if (text.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE)) {
            throw ProblemException.invalid("The member " + name + " contains a character that is not valid text.");
        }
        return text;
    }
}
