package dev.muster.ejb.telemetry;

import dev.muster.domain.shared.ProblemException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The position of a message in the order of its device's messages: by time, then by number.
 *
 * @param ts milliseconds since the epoch
 * @param number 0 if the device gave the message's time; otherwise the server's number, which rises with each message
 */
public record TelemetryPosition(long ts, long number) {

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})");

    /** @throws ProblemException {@code validation-failed} if the text is not a result of {@link #toString} */
    public static TelemetryPosition parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw ProblemException.invalid(
                    "The query parameter before must be the unchanged member next of the previous page.");
        }
        return new TelemetryPosition(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)));
    }

    /** For API clients, which send the text back unchanged. */
    @Override
    public String toString() {
        return ts + "-" + number;
    }
}
