package dev.muster.rest.shared;

import dev.muster.domain.shared.ProblemException;

/** Numbers in queries. */
public final class Numbers {

    private Numbers() {}

    /** @throws ProblemException {@code validation-failed} where the text is no whole number of this size */
    public static int parse(String name, String text, int absent) {
        long number = parse(name, text, (long) absent);
        if (number != (int) number) {
            throw wrong(name);
        }
        return (int) number;
    }

    /** @throws ProblemException {@code validation-failed} where the text is no whole number of this size */
    public static long parse(String name, String text, long absent) {
        try {
            return text == null ? absent : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw wrong(name);
        }
    }

    private static ProblemException wrong(String name) {
        return ProblemException.invalid("The query parameter " + name + " must be a whole number.");
    }
}
