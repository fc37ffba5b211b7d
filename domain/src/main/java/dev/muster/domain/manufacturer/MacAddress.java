package dev.muster.domain.manufacturer;

import com.google.re2j.Pattern;

/**
 * The spellings of an EUI-48 or EUI-64 (IEEE Std 802): 12 or 16 hexadecimal digits, without separators or in pairs or
 * fours with one kind of separator. Only the digits are compared.
 */
final class MacAddress {
    private static final Pattern SPELLING =
            Pattern.compile("[0-9A-F]{12}|[0-9A-F]{16}|" + spaced("-") + "|" + spaced(":") + "|" + spaced("\\."));

    private MacAddress() {}

    static boolean isOne(String folded) {
        return SPELLING.matches(folded);
    }

    static String digits(String folded) {
        return folded.replaceAll("[-:.]", "");
    }

    private static String spaced(String separator) {
        String pairs = "[0-9A-F]{2}(?:" + separator + "[0-9A-F]{2})";
        String fours = "[0-9A-F]{4}(?:" + separator + "[0-9A-F]{4})";
        return pairs + "{5}|" + pairs + "{7}|" + fours + "{2}|" + fours + "{3}";
    }
}
