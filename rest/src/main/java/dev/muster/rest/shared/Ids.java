package dev.muster.rest.shared;

import dev.muster.domain.shared.ProblemException;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads ids in bodies and queries. In a path, a text that is not an id leads to 404. */
public final class Ids {

    private static final Pattern UUID_TEXT = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private Ids() {}

    /**
     * @param where the beginning of the sentence for people
     * @throws ProblemException {@code validation-failed} if the text is missing or not a UUID (RFC 9562 section 4)
     */
    public static UUID parse(String text, String where) {
        if (text == null || !UUID_TEXT.matcher(text).matches()) {
            throw ProblemException.invalid(where + " must be an id of the form xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx.");
        }
        return UUID.fromString(text);
    }
}
