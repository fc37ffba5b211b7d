package dev.muster.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file with 741 faults of eight kinds, spread over all its rows. */
final class FaultyFile {

    static final int FAULTS = 741;

    /** How many rows repeat the identifier of another row. */
    static final int REPEATED = 40;

    private static final String TYPE = "STANDALONE";

    private final String series;

    /** Rows as lines; the first row is at place 0. */
    private final List<String> lines = new ArrayList<>();

    private int place = 5;

    private FaultyFile(String series, int rows) {
        this.series = series;
        for (int row = 1; row <= rows; row++) {
            lines.add(line(imei(row), name(row), TYPE));
        }
    }

    /** @param rows at least 2,000 */
    static Path write(String name, String series, int rows) throws IOException {
        FaultyFile file = new FaultyFile(series, rows);
        int step = rows / 670;
        file.spoil(120, step, row -> line("IMEI: " + file.imei(row), file.name(row), TYPE));
        file.spoil(150, step, row -> line(file.imei(row).substring(0, 14), file.name(row), TYPE));
        file.spoil(61, step, row -> line(fullWidth(file.imei(row)), file.name(row), TYPE));
        file.spoil(100, step, row -> line(file.imei(row), "", TYPE));
        file.spoil(90, step, row -> line(file.imei(row), file.name(row), "Standalon"));
        file.spoil(50, step, row -> line(file.imei(row), file.name(row), ""));
        // each makes its neighbour invalid, too: 80 and 90 cells
        file.spoil(REPEATED, step, row -> line(file.imei(row - 1), file.name(row), TYPE));
        file.spoil(45, step, row -> line(file.imei(row), file.name(row - 1), TYPE));
        return ImportFile.write(name, String.join("\n", file.lines));
    }

    private void spoil(int rows, int step, Spoiling spoiling) {
        for (int i = 0; i < rows; i++) {
            lines.set(place, spoiling.line(place + 1));
            place += step;
        }
    }

    private String imei(int row) {
        return ImportFile.imei(series, row);
    }

    private String name(int row) {
        return "tracker-" + series + "-" + row;
    }

    /** The last digit as East Asian fonts write it. */
    private static String fullWidth(String imei) {
        return imei.substring(0, 14) + (char) ('\uFF10' + imei.charAt(14) - '0');
    }

    private static String line(String identifier, String name, String type) {
        return identifier + "," + name + "," + type;
    }

    /** Writes the spoiled row with this number. */
    @FunctionalInterface
    private interface Spoiling {

        String line(int row);
    }
}
