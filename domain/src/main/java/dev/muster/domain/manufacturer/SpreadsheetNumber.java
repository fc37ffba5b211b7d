package dev.muster.domain.manufacturer;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * A number as a spreadsheet writes a long identifier that it took for a number, {@code 3.52656E+14} or
 * {@code 3,52656E+14}, or a program: {@code 3.52656e14}. Its digits are gone: every identifier of a batch may look the
 * same.
 */
final class SpreadsheetNumber {
    private static final Pattern SPELLING =
            Pattern.compile("[0-9]{1,3}(?:[.,][0-9]+)?[eE]\\+[0-9]{1,3}|[0-9]{1,3}[.,][0-9]+[eE][+-]?[0-9]{1,3}");

    /** Digits before the exponent of the longest identifier. */
    private static final int MOST_ZEROS = 128;

    private SpreadsheetNumber() {}

    static boolean isOne(String trimmed) {
        return SPELLING.matches(trimmed);
    }

    /** The number in digits, as far as it tells them; the text itself if it has more than an identifier. */
    static String expanded(String trimmed) {
        BigDecimal number = new BigDecimal(trimmed.replace(',', '.').toLowerCase(Locale.ROOT));
        return Math.abs(number.scale()) > MOST_ZEROS ? trimmed : number.toPlainString();
    }
}
