package dev.muster.domain.enrollment.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.enrollment.csv.FileText;
import dev.muster.domain.enrollment.csv.ImportLimits;
import dev.muster.domain.enrollment.csv.RawRecord;
import dev.muster.domain.enrollment.csv.RecordParser;
import dev.muster.domain.enrollment.csv.RecordScanner;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scanner and the parser read the published set csv-spectrum. Its headers are not those of an import. */
class CsvSpectrumTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "comma_in_quotes",
                "empty",
                "empty_crlf",
                "escaped_quotes",
                "json",
                "newlines",
                "newlines_crlf",
                "quotes_and_newlines",
                "simple",
                "simple_crlf",
                "utf8"
            })
    void everyFileIsReadAsItsJsonSays(String name) throws Exception {
        assertThat(read(name)).isEqualTo(expected(name));
    }

    /** The telephone number in its JSON differs from the CSV. Everything else is the same. */
    @Test
    void theFileWhoseJsonIsOfOtherDataIsReadAsItsCsvSays() throws Exception {
        Map<String, String> row =
                new LinkedHashMap<>(expected("location_coordinates").get(0));
        row.put("Contact Phone Number", "2095257564");

        assertThat(read("location_coordinates")).isEqualTo(List.of(row));
    }

    private static List<Map<String, String>> read(String name) throws Exception {
        try (InputStream file = open(name + ".csv")) {
            RecordScanner scanner = new RecordScanner(new FileText(file, 1 << 20), ImportLimits.DEFAULT, ",");
            RecordParser parser = new RecordParser(',');
            String[] header = parser.cells(scanner.next());
            List<Map<String, String>> rows = new ArrayList<>();
            for (RawRecord record = scanner.next(); record != null; record = scanner.next()) {
                rows.add(row(header, parser.cells(record)));
            }
            return rows;
        }
    }

    private static Map<String, String> row(String[] header, String[] cells) {
        assertThat(cells).hasSameSizeAs(header);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < header.length; i++) {
            row.put(header[i], cells[i]);
        }
        return row;
    }

    private static List<Map<String, String>> expected(String name) throws IOException {
        try (InputStream file = open(name + ".json");
                JsonReader reader = Json.createReader(file)) {
            JsonStructure json = reader.read();
            List<JsonObject> rows = json instanceof JsonArray array
                    ? array.getValuesAs(JsonObject.class)
                    : List.of(json.asJsonObject());
            return rows.stream().map(CsvSpectrumTest::texts).toList();
        }
    }

    private static Map<String, String> texts(JsonObject row) {
        Map<String, String> texts = new LinkedHashMap<>();
        row.forEach((name, value) -> texts.put(name, ((JsonString) value).getString()));
        return texts;
    }

    private static InputStream open(String file) {
        return CsvSpectrumTest.class.getResourceAsStream("/csv-spectrum/" + file);
    }
}
