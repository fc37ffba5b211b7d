package dev.muster.domain.manufacturer;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * A long identifier that a spreadsheet or a program took for a number: {@code 3.52656E+14}, {@code 3,52656E+14} or
 * {@code 3.52656e14}. Its digits are lost: all identifiers of a batch may look the same.
 */
final class SpreadsheetNumber {
    private static final Pattern SPELLING =
            Pattern.compile("[0-9]{1,3}(?:[.,][0-9]+)?[eE]\\+[0-9]{1,3}|[0-9]{1,3}[.,][0-9]+[eE][+-]?[0-9]{1,3}");

    /** The digits of the longest identifier. */
    private static final int MOST_ZEROS = 128;

    private SpreadsheetNumber() {}

    static boolean isOne(String trimmed) {
        return SPELLING.matches(trimmed);
    }

    /** The number in digits, with zeros for the lost ones; the text itself if it is longer than any identifier. */
    static String expanded(String trimmed) {
        BigDecimal number = new BigDecimal(trimmed.replace(',', '.').toLowerCase(Locale.ROOT));
        return Math.abs(number.scale()) > MOST_ZEROS ? trimmed : number.toPlainString();
    }
}
