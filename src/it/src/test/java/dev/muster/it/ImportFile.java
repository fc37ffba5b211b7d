package dev.muster.it;

import dev.muster.testkit.Imei;
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
        return Imei.of("00101701", serial);
    }
}
