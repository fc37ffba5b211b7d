package dev.muster.testkit;

/** IMEIs: 14 digits and a check digit (3GPP TS 23.003, annex B). */
public final class Imei {

    private static final int DIGITS = 14;

    private Imei() {}

    /**
     * The IMEI with these first digits and that number behind them.
     *
     * @param series of fewer than 14 digits
     */
    public static String of(String series, long number) {
        String rest = Long.toString(number);
        String digits = series + "0".repeat(DIGITS - series.length() - rest.length()) + rest;
        return digits + checkDigit(digits);
    }

    /** Luhn's digit for 14 digits. */
    public static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            int weighed = i % 2 == 1 ? 2 * digit : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return (10 - sum % 10) % 10;
    }
}
