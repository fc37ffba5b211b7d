package dev.muster.domain.manufacturer;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;

/**
 * The signs that programs put around a text or into a number: a formula that keeps it a text, a leading apostrophe,
 * quotes, decimals of zero, and the separators of thousands.
 */
final class TextWrapping {
    /** A spreadsheet keeps 15 digits of a number, and a program's floating-point number hardly more. */
    private static final int MOST_DIGITS = 15;

    private static final Pattern FORMULA = Pattern.compile("=(?:T\\()?\\s*\"((?:[^\"]|\"\")*)\"\\s*\\)?|=\\s*([0-9]+)");
    private static final Pattern QUOTED = Pattern.compile("\"(.+)\"|'(.+)'");
    private static final Pattern APOSTROPHE = Pattern.compile("['`](.+)");
    private static final Pattern DECIMAL = Pattern.compile("([0-9]+)[.,]0+");
    private static final Pattern GROUPED = Pattern.compile("(?:[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}(?:\\.0{1,2})?"
            + "|[0-9]{1,3}(?:\\.[0-9]{3}){2,}(?:,0{1,2})?"
            + "|[0-9]{1,3}(?:\\.[0-9]{3})+,0{1,2}"
            + "|[0-9]{1,3}(?: [0-9]{3}){2,}"
            + "|[0-9]{1,3}(?: [0-9]{3})+[.,]0{1,2}"
            + "|[0-9]{1,3}(?:'[0-9]{3})+(?:[.,]0{1,2})?)");

    /** Thousands in one country and three decimals in another; or a text with a point in it. */
    private static final Pattern TWOFOLD = Pattern.compile("[0-9]{1,3},000|[0-9]{1,3}\\.[0-9]{3}");

    private TextWrapping() {}

    /** The text inside the outermost wrapping; empty if there is none. */
    static Optional<String> inside(String text) {
        for (Pattern wrapping : List.of(FORMULA, QUOTED, APOSTROPHE)) {
            Matcher matcher = wrapping.matcher(text);
            if (matcher.matches()) {
                return Optional.of(group(matcher).replace("\"\"", "\""));
            }
        }
        return isTwofold(text) ? Optional.empty() : number(text);
    }

    /** Whether the number has two readings. */
    static boolean isTwofold(String text) {
        return TWOFOLD.matches(text);
    }

    /** Whether it is written as a number with more digits than a spreadsheet keeps, so that the last ones are wrong. */
    static boolean isTooLongANumber(String text) {
        return number(text)
                .filter(digits -> digits.replaceFirst("^0+", "").length() > MOST_DIGITS)
                .isPresent();
    }

    private static Optional<String> number(String text) {
        if (GROUPED.matches(text)) {
            return Optional.of(text.replaceFirst("[.,]0{1,2}$", "").replaceAll("[., ']", ""));
        }
        Matcher decimal = DECIMAL.matcher(text);
        return decimal.matches() ? Optional.of(decimal.group(1)) : Optional.empty();
    }

    private static String group(Matcher matcher) {
        for (int group = 1; group < matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return matcher.group(group);
            }
        }
        return matcher.group(matcher.groupCount());
    }
}
