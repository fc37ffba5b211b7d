package dev.muster.domain.enrollment.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.csv.ImportLimits;
import dev.muster.domain.enrollment.csv.ImportRefusedException;
import dev.muster.domain.enrollment.row.FileRow;
import dev.muster.domain.enrollment.row.RowFaults;
import dev.muster.domain.enrollment.row.RowJudgement;
import dev.muster.domain.enrollment.row.RowRules;
import dev.muster.domain.manufacturer.IdentifierRules;
import dev.muster.domain.manufacturer.IdentifierScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample files that a reader of the documentation imports first. */
class SamplesTest {
    private static final Path SAMPLES = Path.of("..", "src", "samples");

    @ParameterizedTest
    @CsvSource({"trackers, IMEI, 300", "meters-mac, MAC, 200"})
    void aGoodSampleHasNoFaultAndNoTwins(String sample, IdentifierScheme scheme, int count) throws Exception {
        List<RowJudgement> judged = judge(read(sample), scheme);

        assertThat(judged).hasSize(count).extracting(RowJudgement::faults).containsOnly(RowFaults.NONE);
        assertThat(judged).extracting(RowJudgement::normalizedIdentifier).doesNotHaveDuplicates();
        assertThat(judged).extracting(RowJudgement::normalizedName).doesNotHaveDuplicates();
        assertThat(identifiers(judged))
                .containsAll(judged.stream()
                        .map(RowJudgement::normalizedParent)
                        .filter(Objects::nonNull)
                        .toList());
    }

    @Test
    void theFaultySampleShowsEveryFaultOfARow() throws Exception {
        List<FileRow> rows = read("trackers-with-faults");
        List<RowJudgement> judged = judge(rows, IdentifierScheme.IMEI);

        Map<Integer, String> told = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            String faults = told(judged.get(i).faults());
            if (!faults.isEmpty()) {
                told.put(rows.get(i).number(), faults);
            }
        }
        assertThat(told).isEqualTo(expected());
    }

    @Test
    void theFaultySampleHasTwinsForTheDatabaseToFind() throws Exception {
        List<RowJudgement> judged = judge(read("trackers-with-faults"), IdentifierScheme.IMEI);

        assertThat(judged.subList(20, 23))
                .extracting(RowJudgement::normalizedIdentifier)
                .containsOnly("00101700900481");
        assertThat(judged.subList(29, 31))
                .extracting(RowJudgement::normalizedName)
                .containsOnly("NAME-TWICE");
        assertThat(identifiers(judged)).doesNotContain(judged.get(38).normalizedParent());
    }

    private static Map<Integer, String> expected() {
        Map<Integer, String> faults = new TreeMap<>();
        List.of(4, 5).forEach(row -> faults.put(row, "uniqueIdentifier blank"));
        faults.put(6, "uniqueIdentifier too-long");
        List.of(7, 8).forEach(row -> faults.put(row, "uniqueIdentifier unprintable"));
        List.of(9, 10).forEach(row -> faults.put(row, "uniqueIdentifier lookalike"));
        List.of(11, 12, 13, 14, 15, 16, 17).forEach(row -> faults.put(row, "uniqueIdentifier scheme-mismatch"));
        List.of(18, 19).forEach(row -> faults.put(row, "uniqueIdentifier check-digit"));
        List.of(24, 25).forEach(row -> faults.put(row, "deviceName blank"));
        faults.put(26, "deviceName too-long");
        List.of(27, 28, 29).forEach(row -> faults.put(row, "deviceName unprintable"));
        faults.put(32, "deviceType blank");
        List.of(33, 34).forEach(row -> faults.put(row, "deviceType unknown-type"));
        List.of(36, 37).forEach(row -> faults.put(row, "parentGateway parent-not-allowed"));
        faults.put(38, "parentGateway check-digit");
        faults.put(42, "uniqueIdentifier cell-count, deviceType blank");
        faults.put(43, "uniqueIdentifier cell-count");
        return faults;
    }

    private static String told(RowFaults faults) {
        return java.util.Arrays.stream(Column.values())
                .filter(column -> faults.get(column) != null)
                .map(column -> column.header() + " " + faults.get(column).code())
                .collect(Collectors.joining(", "));
    }

    private static List<String> identifiers(List<RowJudgement> judged) {
        return judged.stream().map(RowJudgement::normalizedIdentifier).toList();
    }

    private static List<RowJudgement> judge(List<FileRow> rows, IdentifierScheme scheme) {
        RowRules rules = new RowRules(IdentifierRules.of(scheme));
        return rows.stream()
                .map(row -> rules.judge(row.cells(), row.oddCells() != null))
                .toList();
    }

    private static List<FileRow> read(String sample) throws IOException, ImportRefusedException {
        List<FileRow> rows = new ArrayList<>();
        try (InputStream file = Files.newInputStream(SAMPLES.resolve(sample + ".csv"))) {
            assertThat(new ImportFileReader(ImportLimits.DEFAULT)
                            .read(file, rows::add)
                            .warnings())
                    .isEmpty();
        }
        return rows;
    }
}
