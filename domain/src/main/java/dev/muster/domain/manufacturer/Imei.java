package dev.muster.domain.manufacturer;

/**
 * The digits of an IMEI (3GPP TS 23.003 section 6.2.1): a type allocation code of 8, a serial number of 6, and on the
 * label a check digit (annex B). The first 14 identify the device. 16 digits are an IMEISV: it includes the software
 * version and changes with it.
 */
final class Imei {
    static final int IDENTIFYING_DIGITS = 14;
    static final int FULL_DIGITS = 15;
    static final int WITH_SOFTWARE_VERSION = 16;

    private Imei() {}

    static boolean isDigits(String text, int count) {
        return text.length() == count && isDigits(text);
    }

    static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    static boolean hasRightCheckDigit(String fifteen) {
        return checkDigit(fifteen.substring(0, IDENTIFYING_DIGITS)) == fifteen.charAt(IDENTIFYING_DIGITS);
    }

    /** Luhn's formula over 14 digits, annex B.2: doubles every second digit and adds all digits. */
    static char checkDigit(String fourteen) {
        int sum = 0;
        for (int i = 0; i < IDENTIFYING_DIGITS; i++) {
            int digit = fourteen.charAt(i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted / 10 + weighted % 10;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }
}
