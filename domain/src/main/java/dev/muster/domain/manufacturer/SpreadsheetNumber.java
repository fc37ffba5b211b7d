package dev.muster.domain.manufacturer;

import com.google.re2j.Pattern;

/**
 * A number as a spreadsheet writes a long identifier that it took for a number, {@code 3.52656E+14} or
 * {@code 3,52656E+14}. Its digits are gone: every identifier of a batch may look the same.
 */
final class SpreadsheetNumber {
    private static final Pattern SPELLING = Pattern.compile("[0-9](?:[.,][0-9]+)?[eE]\\+[0-9]{1,3}");

    private SpreadsheetNumber() {}

    static boolean isOne(String trimmed) {
        return SPELLING.matches(trimmed);
    }
}
