package dev.muster.rest.shared;

import dev.muster.domain.shared.ProblemException;

/** Yes or no in queries. */
public final class Flags {

    private Flags() {}

    /** @throws ProblemException {@code validation-failed} where it is neither true nor false; absent is false */
    public static boolean parse(String name, String text) {
        if (text != null && !text.equals("true") && !text.equals("false")) {
            throw ProblemException.invalid("The query parameter " + name + " must be true or false.");
        }
        return "true".equals(text);
    }
}
