package dev.muster.domain.enrollment.cell;

/** A number with more digits than a spreadsheet keeps. The spreadsheet writes zeros from the sixteenth digit on. */
public final class RoundedNumber {
    private static final int DIGITS_KEPT = 15;

    private RoundedNumber() {}

    /** Whether the text has 16 digits or more, nothing else, and no leading zero, because a number has none. */
    public static boolean isLong(String text) {
        return text.length() > DIGITS_KEPT && LostZeros.isNumber(text);
    }

    /** Whether all digits of a long number are zeros from the sixteenth on. */
    public static boolean isOne(String number) {
        return number.chars().skip(DIGITS_KEPT).allMatch(c -> c == '0');
    }
}
