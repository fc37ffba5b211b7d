package dev.muster.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A maker's file: IMEIs with right check digits, names, one type. */
record FleetFile(Path path, int rows) {

    private static final int LUHN_BASE = 10;

    /** Writes one whose identifiers nobody else has. */
    static FleetFile write(Path path, long first, int rows) {
        try (BufferedWriter writer = Files.newBufferedWriter(path)) {
            writer.write("uniqueIdentifier,deviceName,deviceType\r\n");
            for (long i = first; i < first + rows; i++) {
                writer.write(imei(i) + ",Tracker " + i + ",STANDALONE\r\n");
            }
            return new FleetFile(path, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The identifier with that number. */
    static String imei(long number) {
        String fourteen = "35%012d".formatted(number);
        int sum = 0;
        for (int i = 0; i < fourteen.length(); i++) {
            int digit = fourteen.charAt(i) - '0';
            int weighted = i % 2 == 1 ? 2 * digit : digit;
            sum += weighted / LUHN_BASE + weighted % LUHN_BASE;
        }
        return fourteen + (LUHN_BASE - sum % LUHN_BASE) % LUHN_BASE;
    }
}
