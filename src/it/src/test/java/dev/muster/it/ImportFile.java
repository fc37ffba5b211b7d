package dev.muster.it;

import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Import files with IMEIs: of one type allocation code for tests, a serial number, the Luhn check digit. */
final class ImportFile {

    private static final String HEADER = "uniqueIdentifier,deviceName,deviceType\n";

    private ImportFile() {}

    /** As many valid rows, with the serial numbers from this one on. */
    static String of(long firstSerial, int rows) {
        return LongStream.range(firstSerial, firstSerial + rows)
                .mapToObj(serial -> row(imei(serial), "device-" + serial))
                .collect(Collectors.joining("", HEADER, ""));
    }

    static String single(String identifier) {
        return HEADER + row(identifier, "device-" + identifier);
    }

    private static String row(String identifier, String name) {
        return identifier + "," + name + ",STANDALONE\n";
    }

    static String imei(long serial) {
        String digits = "00101701%06d".formatted(serial);
        return digits + checkDigit(digits);
    }

    /** Luhn's digit for 14 digits (3GPP TS 23.003 annex B). */
    static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            int weighed = i % 2 == 1 ? 2 * digit : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return (10 - sum % 10) % 10;
    }
}
