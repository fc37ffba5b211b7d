package dev.muster.domain.enrollment;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.csv.ImportLimits;
import dev.muster.domain.enrollment.csv.ImportRefusedException;
import dev.muster.domain.enrollment.file.FileReading;
import dev.muster.domain.enrollment.file.FileWarning;
import dev.muster.domain.enrollment.file.ImportFileReader;
import dev.muster.domain.enrollment.row.FileRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Import files for tests, from the test resources or from a text. */
public final class Fixtures {
    private Fixtures() {}

    public record Read(FileReading reading, List<FileRow> rows) {
        public List<List<String>> cells() {
            return rows.stream()
                    .map(FileRow::cells)
                    .map(c -> List.of(c.uniqueIdentifier(), c.deviceName(), c.deviceType(), c.parentGateway()))
                    .toList();
        }

        public List<String> warnings() {
            return reading.warnings().stream().map(FileWarning::code).toList();
        }
    }

    public static Read read(String fixture) throws IOException, ImportRefusedException {
        return read(open(fixture), ImportLimits.DEFAULT, Map.of());
    }

    public static Read readText(String text, ImportLimits limits) throws IOException, ImportRefusedException {
        return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), limits, Map.of());
    }

    public static Read read(InputStream file, ImportLimits limits, Map<String, Column> mapping)
            throws IOException, ImportRefusedException {
        List<FileRow> rows = new ArrayList<>();
        return new Read(new ImportFileReader(limits).read(file, mapping, 0, rows::add), rows);
    }

    public static InputStream open(String fixture) {
        return Fixtures.class.getResourceAsStream("/csv/" + fixture + ".csv");
    }
}
