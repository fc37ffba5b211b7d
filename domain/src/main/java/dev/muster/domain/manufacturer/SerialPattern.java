package dev.muster.domain.manufacturer;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.muster.domain.shared.EnteredText;
import dev.muster.domain.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A manufacturer's own pattern for serial numbers, in RE2 syntax. The whole trimmed identifier must match it. The time
 * of RE2/J is linear in the text. Its memory grows with counted repetitions, so this class bounds them first:
 * {@code ((a{1000}){1000}){1000}} has 23 characters and would fill any heap.
 */
final class SerialPattern {
    static final int MAX_LENGTH = 256;
    static final int MAX_SIZE = 4_096;

    private final Pattern pattern;

    SerialPattern(@Nullable String entered) {
        if (entered == null || entered.isBlank()) {
            throw ProblemException.invalid("The scheme SERIAL needs a pattern for its serial numbers.");
        }
        if (entered.length() > MAX_LENGTH) {
            throw ProblemException.invalid(
                    "The pattern has " + entered.length() + " characters; at most " + MAX_LENGTH + " are allowed.");
        }
        if (PatternSize.of(entered) > MAX_SIZE) {
            throw ProblemException.invalid(
                    "The pattern repeats too much: written out, its repetitions may have at most " + MAX_SIZE
                            + " parts.");
        }
        this.pattern = compile(entered);
    }

    boolean matches(String trimmed) {
        return pattern.matches(trimmed);
    }

    /**
     * As {@link #matches}, ignoring case. It tries the text as written first: a class that excludes a letter excludes
     * both its cases when case is ignored.
     */
    boolean matchesInAnyCase(String trimmed) {
        return matches(trimmed)
                || matches(EnteredText.folded(trimmed))
                || Pattern.compile(pattern.pattern(), Pattern.CASE_INSENSITIVE).matches(trimmed);
    }

    @Override
    public String toString() {
        return pattern.pattern();
    }

    private static Pattern compile(String entered) {
        try {
            return Pattern.compile(entered);
        } catch (PatternSyntaxException e) {
            throw ProblemException.invalid("The pattern is not valid RE2 syntax: " + e.getDescription() + ".");
        }
    }
}
