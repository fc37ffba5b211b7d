package dev.muster.rest.shared;

import dev.muster.domain.shared.EnteredText;
import dev.muster.domain.shared.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Reads the values of query parameters. Each method takes the parameter's name and its text as sent, which is null if
 * the parameter is missing, and throws {@code validation-failed} if it cannot read the text.
 */
public final class QueryParameters {

    private QueryParameters() {}

    /** A constant by its name; null if the parameter is missing. */
    public static <E extends Enum<E>> E constant(String name, String text, Class<E> type) {
        if (text == null) {
            return null;
        }
        E[] constants = type.getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> wrong(
                        name,
                        "one of " + Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", "))));
    }

    /** True or false; false if the parameter is missing. */
    public static boolean flag(String name, String text) {
        if (text != null && !text.equals("true") && !text.equals("false")) {
            throw wrong(name, "true or false");
        }
        return "true".equals(text);
    }

    /** An id; null if the parameter is missing. */
    public static UUID id(String name, String text) {
        return text == null ? null : requiredId(name, text);
    }

    /** An id; throws if the parameter is missing. */
    public static UUID requiredId(String name, String text) {
        return Ids.parse(text, "The query parameter " + name);
    }

    public static int integer(String name, String text, int absent) {
        long number = number(name, text, absent);
        if (number != (int) number) {
            throw wrong(name, "a whole number");
        }
        return (int) number;
    }

    public static OptionalInt integer(String name, String text) {
        return text == null ? OptionalInt.empty() : OptionalInt.of(integer(name, text, 0));
    }

    public static long number(String name, String text, long absent) {
        try {
            return text == null ? absent : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw wrong(name, "a whole number");
        }
    }

    /** A date and a time with its offset (RFC 3339, section 5.6). */
    public static Instant time(String name, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw wrong(name, "a date and a time with its offset, such as 2026-12-01T00:00:00Z");
        }
    }

    /**
     * A text that finds what equals it. Blank is refused, so that an empty variable of a script does not find
     * everything.
     *
     * @return null if the parameter is missing
     */
    public static String exact(String name, String text) {
        if (text != null && EnteredText.isBlank(text)) {
            throw ProblemException.invalid(
                    "The query parameter " + name + " is blank; give it a value or leave it out.");
        }
        return text;
    }

    /**
     * The parameter {@code search} of a list that had another name for it before; both names stay.
     *
     * @param name of the older parameter
     * @param text of the older parameter
     * @return null if both are missing
     */
    public static String search(String search, String name, String text) {
        if (search != null && text != null) {
            throw ProblemException.invalid(
                    "The query parameters search and " + name + " mean the same; send one of them.");
        }
        return search == null ? text : search;
    }

    private static ProblemException wrong(String name, String expected) {
        return ProblemException.invalid("The query parameter " + name + " must be " + expected + ".");
    }
}
