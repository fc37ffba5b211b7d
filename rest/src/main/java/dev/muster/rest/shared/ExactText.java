package dev.muster.rest.shared;

import dev.muster.domain.shared.EnteredText;
import dev.muster.domain.shared.ProblemException;

/** A text in queries that finds what is equal to it. Blank is refused: an empty variable of a script must not find all. */
public final class ExactText {

    private ExactText() {}

    /**
     * @param text as sent, null if the parameter is missing
     * @return null if the parameter is missing
     * @throws ProblemException {@code validation-failed} if it is blank
     */
    public static String parse(String name, String text) {
        if (text != null && EnteredText.isBlank(text)) {
            throw ProblemException.invalid(
                    "The query parameter " + name + " is blank; give it a value or leave it out.");
        }
        return text;
    }
}
