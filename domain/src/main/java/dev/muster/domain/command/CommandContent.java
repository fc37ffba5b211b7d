package dev.muster.domain.command;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.domain.shared.json.StrictJson;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a command says to the device. Only the device knows what it means.
 *
 * @param json one JSON object without blanks between its members, at most {@value #MAX_BYTES} bytes in UTF-8
 */
public record CommandContent(String json) {

    public static final int MAX_BYTES = 64 * 1024;

    /** Of a mistake, as {@link StrictJson} names it. */
    private static final Pattern PLACE = Pattern.compile("line (\\d+), column (\\d+)");

    /**
     * The content that a script has sent.
     *
     * @param data {@code null} if it is no JSON object
     * @throws ProblemException {@code validation-failed} if it is no object, too long, or has half a surrogate pair
     */
    public static CommandContent of(@Nullable JsonObject data) {
        if (data == null) {
            throw ProblemException.invalid("The member data is missing; it is a JSON object.");
        }
        return new CommandContent(bounded(data.toString()));
    }

    /**
     * The content that a person has entered.
     *
     * @throws ProblemException {@code validation-failed} likewise, and if the text is no JSON: then the message says where
     */
    public static CommandContent read(String text) {
        if (text.isBlank()) {
            throw ProblemException.invalid("Enter the command as a JSON object.");
        }
        try {
            return of(StrictJson.object(bounded(text).getBytes(StandardCharsets.UTF_8)));
        } catch (MalformedRequestException e) {
            throw ProblemException.invalid(fault(String.valueOf(e.getMessage())));
        }
    }

    private static String fault(String reason) {
        Matcher place = PLACE.matcher(reason);
        return place.find()
                ? "The command is not a JSON object. There is a mistake at line " + place.group(1) + ", column "
                        + place.group(2) + "."
                : "The command is not a JSON object. Write it in curly brackets.";
    }

    private static String bounded(String json) {
        if (json.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
            throw ProblemException.invalid("The command contains a character that is not valid text; remove it.");
        }
        int bytes = json.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            throw ProblemException.invalid("The command has " + bytes + " bytes; at most " + MAX_BYTES
                    + " are allowed. Send less, or send an address from which the device reads the rest.");
        }
        return json;
    }

    @Override
    public String toString() {
        return "CommandContent[" + json.length() + " characters]";
    }
}
