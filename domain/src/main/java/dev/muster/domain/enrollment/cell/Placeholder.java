package dev.muster.domain.enrollment.cell;

/** An invented identifier that only fills the cell: one repeated digit, or digits that count up or down. */
public final class Placeholder {
    private static final int MIN_SAME = 6;
    private static final int MIN_COUNTING = 8;
    private static final int HEXADECIMAL = 16;

    private Placeholder() {}

    /** Whether an identifier is such a placeholder; it is in its normal form, and its separators are ignored. */
    public static boolean isOne(String normalized) {
        char first = normalized.charAt(0);
        if (!mayBegin(first, normalized)) {
            return false;
        }
        String digits = normalized.replaceAll("[-:. _]", "");
        return isSame(digits) || isCounting(digits, 10) || isCounting(digits, HEXADECIMAL) || isCountingInPairs(digits);
    }

    /** A quick check of the first two digits. Most identifiers fail it, so a million of them take little time. */
    private static boolean mayBegin(char first, String text) {
        int second = text.length() < MIN_SAME ? -1 : Character.digit(text.charAt(1), HEXADECIMAL);
        int digit = Character.digit(first, HEXADECIMAL);
        return digit >= 0 && (second < 0 ? text.length() >= MIN_SAME : second == digit || isStep(digit, second));
    }

    private static boolean isStep(int digit, int next) {
        return next == digit + 1 || next == digit - 1 || next == 0 || digit == 0;
    }

    private static boolean isSame(String digits) {
        return digits.length() >= MIN_SAME && digits.chars().allMatch(c -> c == digits.charAt(0));
    }

    private static boolean isCounting(String digits, int radix) {
        return digits.length() >= MIN_COUNTING
                && (isCounting(digits, radix, 1) || isCounting(digits, radix, radix - 1));
    }

    private static boolean isCounting(String digits, int radix, int step) {
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), radix);
            if (digit < 0 || i > 0 && digit != (Character.digit(digits.charAt(i - 1), radix) + step) % radix) {
                return false;
            }
        }
        return true;
    }

    /** Digits that count in pairs: 001122334455 and 112233445566. */
    private static boolean isCountingInPairs(String digits) {
        StringBuilder halves = new StringBuilder();
        for (int i = 0; i + 1 < digits.length(); i += 2) {
            if (digits.charAt(i) != digits.charAt(i + 1)) {
                return false;
            }
            halves.append(digits.charAt(i));
        }
        return digits.length() >= MIN_COUNTING
                && digits.length() % 2 == 0
                && isCounting(halves.toString(), HEXADECIMAL, 1);
    }
}
