package dev.muster.domain.enrollment.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.opencsv.RFC4180Parser;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares opencsv with RFC 4180. It reads every record that the scanner gives it. What it reads wrong by itself is
 * asserted here, too, so that we notice an update that fixes it.
 */
class RecordParserTest {
    private static final String[] PIECES = {"a", "0", " ", ",", ";", "\"", "\r\n", "\n", "\r", "'", "\\", "é", "", "ab"
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"ab\"c,d       | 1 | text after a closing quote swallows the next cell",
                "a,\"b\" ,c      | 2 | so does a blank",
                "\"a,b           | 1 | an unclosed quote is kept as data, and the line with it",
            })
    void whatOpencsvReadsWrongByItself(String record, int cells, String why) throws Exception {
        assertThat(new RFC4180Parser().parseLine(record)).as(why).hasSize(cells);
    }

    @Test
    void opencsvLosesDoubledQuotesOfPlainCells() throws Exception {
        assertThat(new RFC4180Parser().parseLine("a\"\"b,c")).containsExactly("a\"b", "c");
        assertThat(read("a\"\"b,c", ',')).containsExactly(List.of("a\"\"b", "c"));
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t'})
    void whateverIsWrittenByTheStandardIsReadBack(char separator) throws Exception {
        Random random = new Random(4180);
        for (int round = 0; round < 3_000; round++) {
            List<List<String>> records = records(random);
            assertThat(read(written(records, separator, random), separator)).isEqualTo(records);
        }
    }

    private static List<List<String>> read(String text, char separator) throws Exception {
        RecordScanner scanner = new RecordScanner(
                new FileText(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 1 << 20),
                ImportLimits.DEFAULT,
                String.valueOf(separator));
        RecordParser parser = new RecordParser(separator);
        List<List<String>> records = new ArrayList<>();
        for (RawRecord record = scanner.next(); record != null; record = scanner.next()) {
            List<String> cells = List.of(parser.cells(record));
            assertThat(cells).hasSize(record.cells());
            records.add(cells);
        }
        return records;
    }

    private static List<List<String>> records(Random random) {
        List<List<String>> records = new ArrayList<>();
        for (int r = random.nextInt(4); r >= 0; r--) {
            List<String> cells = new ArrayList<>();
            for (int c = random.nextInt(4) + 1; c > 0; c--) {
                StringBuilder cell = new StringBuilder();
                for (int p = random.nextInt(5); p > 0; p--) {
                    cell.append(PIECES[random.nextInt(PIECES.length)]);
                }
                cells.add(cell.toString());
            }
            records.add(cells);
        }
        return records;
    }

    private static String written(List<List<String>> records, char separator, Random random) {
        StringBuilder text = new StringBuilder();
        for (List<String> cells : records) {
            for (int c = 0; c < cells.size(); c++) {
                text.append(c == 0 ? "" : String.valueOf(separator)).append(written(cells.get(c), separator, random));
            }
            text.append(random.nextBoolean() ? "\r\n" : "\n");
        }
        return text.toString();
    }

    /**
     * Quoted if RFC 4180 section 2 requires it, otherwise at random. Only Muster allows a quote inside a plain cell.
     */
    private static String written(String cell, char separator, Random random) {
        boolean needed = cell.isEmpty() || cell.startsWith("\"") || cell.matches("(?s).*[\r\n\t" + separator + "].*");
        return needed || random.nextBoolean() ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }
}
