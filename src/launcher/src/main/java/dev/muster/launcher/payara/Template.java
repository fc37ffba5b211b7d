package dev.muster.launcher.payara;

import dev.muster.launcher.settings.LaunchFailure;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills {@code @name@} in the files of {@code src/config}. It does not use <code>${name}</code>, because the server
 * itself understands that, and it must reach the server.
 */
public record Template(String text) {

    private static final Pattern PLACE = Pattern.compile("@([a-z][a-z-]*)@");

    public String fill(Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(value(place, values)));
    }

    private static String value(MatchResult place, Map<String, String> values) {
        String value = values.get(place.group(1));
        if (value == null) {
            throw new LaunchFailure("The server configuration asks for @" + place.group(1) + "@, which has no value.");
        }
        return value;
    }
}
