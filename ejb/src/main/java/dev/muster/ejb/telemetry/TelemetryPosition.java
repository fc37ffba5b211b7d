package dev.muster.ejb.telemetry;

import dev.muster.domain.shared.ProblemException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a message stands among those of its device: by time, and at one time by number.
 *
 * @param ts milliseconds since the epoch
 * @param number 0 for a message with a time of the device's own; otherwise the server's, greater for a later message
 */
public record TelemetryPosition(long ts, long number) {

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})");

    /** @throws ProblemException {@code validation-failed} if it is not what {@link #toString} gave */
    public static TelemetryPosition parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw ProblemException.invalid(
                    "The query parameter before is the member next of the page that came before, as it was given.");
        }
        return new TelemetryPosition(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)));
    }

    /** For programs, which send it back as it is. */
    @Override
    public String toString() {
        return ts + "-" + number;
    }
}
