package dev.muster.bench.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement as PostgreSQL has logged it.
 *
 * @param text with parameters as {@code $1}
 * @param parameters their values by number, null for NULL
 */
public record LoggedStatement(String text, Map<Integer, String> parameters) {

    private static final Pattern VALUE = Pattern.compile("\\$(\\d+) = (NULL|'((?:[^']|'')*)')");

    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");

    /** @param detail the line with the parameters; empty where there are none */
    public static LoggedStatement of(String text, String detail) {
        Map<Integer, String> parameters = new HashMap<>();
        Matcher value = VALUE.matcher(detail);
        while (value.find()) {
            String quoted = value.group(3);
            parameters.put(Integer.valueOf(value.group(1)), quoted == null ? null : quoted.replace("''", "'"));
        }
        return new LoggedStatement(text.strip(), parameters);
    }

    public boolean mentions(String words) {
        return text.contains(words);
    }

    /** With its values in it. @param expression what stands for a value */
    public String with(UnaryOperator<String> expression) {
        return PARAMETER.matcher(text).replaceAll(match -> {
            String value = parameters.get(Integer.valueOf(match.group(1)));
            return Matcher.quoteReplacement(value == null ? "null" : expression.apply(value));
        });
    }
}
