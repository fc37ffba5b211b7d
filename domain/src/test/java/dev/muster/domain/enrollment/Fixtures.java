package dev.muster.domain.enrollment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Files to read: by name from the test resources, or from text. */
final class Fixtures {
    private Fixtures() {}

    record Read(FileReading reading, List<FileRow> rows) {
        List<List<String>> cells() {
            return rows.stream()
                    .map(FileRow::cells)
                    .map(c -> List.of(c.uniqueIdentifier(), c.deviceName(), c.deviceType(), c.parentGateway()))
                    .toList();
        }

        List<String> warnings() {
            return reading.warnings().stream().map(FileWarning::code).toList();
        }
    }

    static Read read(String fixture) throws IOException, ImportRefusedException {
        return read(open(fixture), ImportLimits.DEFAULT, Map.of());
    }

    static Read readText(String text, ImportLimits limits) throws IOException, ImportRefusedException {
        return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), limits, Map.of());
    }

    static Read read(InputStream file, ImportLimits limits, Map<String, Column> mapping)
            throws IOException, ImportRefusedException {
        List<FileRow> rows = new ArrayList<>();
        return new Read(new ImportFileReader(limits).read(file, mapping, 0, rows::add), rows);
    }

    static InputStream open(String fixture) {
        return Fixtures.class.getResourceAsStream("/csv/" + fixture + ".csv");
    }
}
