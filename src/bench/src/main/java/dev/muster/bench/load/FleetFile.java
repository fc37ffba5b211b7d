package dev.muster.bench.load;

import dev.muster.testkit.Imei;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A maker's file: IMEIs with right check digits, names, one type. */
public record FleetFile(Path path, int rows) {

    /** Writes one whose identifiers nobody else has. */
    public static FleetFile write(Path path, long first, int rows) {
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
    public static String imei(long number) {
        return Imei.of("35", number);
    }
}
