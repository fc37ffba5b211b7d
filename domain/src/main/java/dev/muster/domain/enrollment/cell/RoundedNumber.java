package dev.muster.domain.enrollment.cell;

/** A number of more digits than a spreadsheet keeps: from the sixteenth on it writes zeros. */
public final class RoundedNumber {
    private static final int DIGITS_KEPT = 15;

    private RoundedNumber() {}

    /** Whether it has 16 digits or more, nothing else, and no zero before them, which no number has. */
    public static boolean isLong(String text) {
        return text.length() > DIGITS_KEPT && LostZeros.isNumber(text);
    }

    /** Whether all digits of a long one are zeros from the sixteenth on. */
    public static boolean isOne(String number) {
        return number.chars().skip(DIGITS_KEPT).allMatch(c -> c == '0');
    }
}
