package dev.muster.e2e;

import dev.muster.testkit.Imei;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files as a maker of trackers sends them, with IMEIs that no other test has. */
final class ImportFile {

    private ImportFile() {}

    /**
     * A file of sound rows, but for two: row 3 has a wrong check digit, and row 40 repeats the identifier of row 30.
     *
     * @param series first digits of the IMEIs, which tell one test's from another's
     */
    static Path withFaults(String name, String series, int rows) throws IOException {
        return write(
                name,
                IntStream.rangeClosed(1, rows)
                        .mapToObj(row ->
                                line(row == 3 ? wrong(imei(series, 3)) : imei(series, row == 40 ? 30 : row), row))
                        .collect(Collectors.joining("\n")));
    }

    /** A file of sound rows. */
    static Path sound(String name, String series, int rows) throws IOException {
        return write(
                name,
                IntStream.rangeClosed(1, rows)
                        .mapToObj(row -> line(imei(series, row), row))
                        .collect(Collectors.joining("\n")));
    }

    /**
     * A large file with five invalid cells: a wrong check digit on page 37, misspelled types on pages 80, 120 and 2000, and
     * a missing name on page 2401, where 25 rows are a page.
     */
    static Path large(String name, String series, int rows) throws IOException {
        return write(
                name,
                IntStream.rangeClosed(1, rows)
                        .mapToObj(row -> switch (row) {
                            case 905 -> line(wrong(imei(series, row)), row);
                            case 2_000, 3_000, 50_000 ->
                                line(imei(series, row), row).replace("STANDALONE", "Standalon");
                            case 60_001 -> imei(series, row) + ",,STANDALONE";
                            default -> line(imei(series, row), row);
                        })
                        .collect(Collectors.joining("\n")));
    }

    /** A file with headers of its own. */
    static Path withHeaders(String name, String headers, String lines) throws IOException {
        Path file = Path.of(System.getProperty("muster.e2e.directory"), "files", name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, headers + "\n" + lines + "\n");
    }

    static Path write(String name, String lines) throws IOException {
        return withHeaders(name, "uniqueIdentifier,deviceName,deviceType", lines);
    }

    static String imei(String series, int number) {
        return Imei.of(series, number);
    }

    /** The same with another check digit. */
    static String wrong(String imei) {
        return imei.substring(0, 14) + (char) ('0' + (imei.charAt(14) - '0' + 1) % 10);
    }

    private static String line(String imei, int row) {
        return imei + ",tracker-" + imei.substring(0, 8) + "-" + row + ",STANDALONE";
    }
}
