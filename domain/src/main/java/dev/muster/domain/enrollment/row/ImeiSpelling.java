package dev.muster.domain.enrollment.row;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;

/**
 * Spellings of an IMEI that its scheme does not accept: {@code IMEI: 49-015420-323751-8}, {@code '490154203237518}, and
 * {@code 490154203237518.0} as a program writes a number.
 */
final class ImeiSpelling {
    private static final Pattern DECIMAL = Pattern.compile("([0-9]+)[.,]0+");
    private static final Pattern LABELLED = Pattern.compile("(?i)'?\\s*(?:IMEI\\s*[:#=]?)?([0-9 ./-]+)");

    private ImeiSpelling() {}

    /** Only the digits, any number of them; empty if the text has anything else except separators. */
    static Optional<String> digits(String text) {
        Matcher decimal = DECIMAL.matcher(text);
        if (decimal.matches()) {
            return Optional.of(decimal.group(1));
        }
        Matcher labelled = LABELLED.matcher(text);
        return labelled.matches() ? Optional.of(labelled.group(1).replaceAll("[^0-9]", "")) : Optional.empty();
    }
}
