package dev.muster.domain.enrollment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.enrollment.Fixtures;
import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.cell.RowCells;
import dev.muster.domain.enrollment.csv.ImportLimits;
import dev.muster.domain.enrollment.csv.ImportRefusedException;
import dev.muster.domain.enrollment.row.CellFault;
import dev.muster.domain.enrollment.row.FileRow;
import dev.muster.domain.shared.NeutralCell;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A report is corrected and imported again: the import reads the cells that the report was written from. */
class ReportRoundTripTest {
    private static final RowCells ROW = new RowCells("A1", "one", "GATEWAY", "");
    private static final String[] PIECES = {
        "'",
        "''",
        "=",
        "+",
        "-",
        "@",
        "\t",
        "\r",
        "\n",
        "\r\n",
        "\"",
        ",",
        ";",
        " ",
        "|",
        "cmd",
        "\uFEFF",
        "\u200b",
        "é",
        "📟",
        "=HYPERLINK(\"http://a\",\"b\")",
        "<script>",
        "sep=;",
        "0",
        "12",
        "E05",
        "356938000000001",
        "enrolled"
    };

    @Test
    void theReportIsTheTemplateWithStatusAndErrors() throws Exception {
        StringWriter text = new StringWriter();
        ReportWriter report = new ReportWriter(text);
        report.write(ROW, ReportStatus.ENROLLED, List.of());
        report.write(
                new RowCells("=1+1", "a \"b\"", "x", " y"),
                ReportStatus.INVALID,
                List.of(
                        ReportWriter.error(Column.DEVICE_TYPE, CellFault.UNKNOWN_TYPE.detail(Column.DEVICE_TYPE)),
                        "parentGateway: No."));

        assertThat(text.toString())
                .isEqualTo("\uFEFFuniqueIdentifier,deviceName,deviceType,parentGateway,status,errors\r\n"
                        + "A1,one,GATEWAY,,enrolled,\r\n"
                        + "'=1+1,\"a \"\"b\"\"\",x,\" y\",invalid,\"deviceType: The device type is not known. Enter "
                        + "GATEWAY, STANDALONE or PERIPHERAL.; parentGateway: No.\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", "=1", "+1", "-1", "@a", "\tx", "\rx", "'=1", "''=1", "'''@", "'\t", "'+'="})
    void whatASpreadsheetWouldRunGetsOneApostrophe(String cell) {
        assertThat(NeutralCell.written(cell)).isEqualTo("'" + cell);
        assertThat(NeutralCell.read("'" + cell)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'", "''", "a=1", "'a", " =1", "''a=", "\n=1", "1-1"})
    void otherTextStaysAsItIs(String cell) {
        assertThat(NeutralCell.written(cell)).isEqualTo(cell);
        assertThat(NeutralCell.read(cell)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "356938000000001",
                "123456789012",
                "0012",
                "12E05",
                "1e5",
                "1.5E+3",
                "10-12",
                "3/4",
                "2026-11-28",
                "MAR1",
                "12:30",
                "1.0",
                "1,234",
                "TRUE",
                "'0012",
                "''12E05"
            })
    void whatASpreadsheetWouldChangeIsKeptText(String cell) throws Exception {
        RowCells row = new RowCells(cell, cell, "GATEWAY", cell);
        String text = report(ReportStatus.VALID, List.of(row));

        assertThat(text).contains("'" + cell + (cell.contains(",") ? "\"," : ","));
        assertThat(imported(text).rows()).extracting(FileRow::cells).containsExactly(row);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A-1", "12345678901", "7", "Pump 12", "00:1A:7D:DA:71:13", "'a", "MARK1", "v1.0"})
    void whatASpreadsheetLeavesIsWrittenAsItIs(String cell) throws Exception {
        assertThat(report(ReportStatus.VALID, List.of(new RowCells(cell, cell, "GATEWAY", ""))))
                .contains("\n" + cell + "," + cell + ",");
    }

    @Test
    void hostileCellsSurvive() throws Exception {
        Random random = new Random(1236);
        for (int round = 0; round < 2_000; round++) {
            List<RowCells> rows = new ArrayList<>();
            for (int r = random.nextInt(5) + 1; r > 0; r--) {
                rows.add(new RowCells(piled(random), piled(random), piled(random), piled(random)));
            }
            assertThat(imported(report(ReportStatus.INVALID, rows)).rows())
                    .extracting(FileRow::cells)
                    .isEqualTo(rows);
        }
    }

    @Test
    void nothingIsWarnedOfInAReport() throws Exception {
        Fixtures.Read read = imported(report(ReportStatus.VALID, List.of(ROW)));

        assertThat(read.reading()).isEqualTo(new FileReading(1, 0, List.of()));
    }

    @Test
    void theLongestCellsStayReadable() throws Exception {
        RowCells cells = new RowCells("=".repeat(1_024), "'".repeat(1_023) + "@", "x", "y");
        StringWriter text = new StringWriter();
        new ReportWriter(text).write(cells, ReportStatus.INVALID, List.of("e".repeat(1_021) + "📟📟"));

        assertThat(imported(text.toString()).rows()).extracting(FileRow::cells).containsExactly(cells);
    }

    @Test
    void enrolledRowsAreSkippedAndCountedAndKeepTheirNumbers() throws Exception {
        StringWriter text = new StringWriter();
        ReportWriter report = new ReportWriter(text);
        report.write(ROW, ReportStatus.ENROLLED, List.of());
        report.write(new RowCells("A2", "enrolled", "GATEWAY", ""), ReportStatus.VALID, List.of());
        report.write(ROW, ReportStatus.ENROLLED, List.of());
        report.write(new RowCells("A4", "'=1", "GATEWAY", ""), ReportStatus.INVALID, List.of("deviceName: enrolled"));
        Fixtures.Read read = imported(text.toString());

        assertThat(read.rows()).extracting(FileRow::number).containsExactly(2, 4);
        assertThat(read.rows()).extracting(FileRow::line).containsExactly(3L, 5L);
        assertThat(read.reading())
                .isEqualTo(new FileReading(
                        2,
                        0,
                        List.of(new FileWarning(
                                "enrolled-rows", "2 rows were skipped: the report calls them enrolled."))));
    }

    @Test
    void aReportThatCallsEveryRowEnrolledHasNothingToImport() throws Exception {
        String text = report(ReportStatus.ENROLLED, List.of(ROW, ROW));

        assertThatThrownBy(() -> imported(text))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageContaining("every row enrolled");
    }

    @ParameterizedTest
    @CsvSource({"Status;ERRORS, true", "status;error, false", "errors;, false", "'errors ;\u00a0status', true"})
    void onlyAFileWithBothColumnsIsAReport(String columns, boolean isReport) throws Exception {
        String text = "uniqueIdentifier;deviceName;deviceType;" + columns + "\r\nA1;'=1;GATEWAY; Enrolled;Enrolled\r\n"
                + "A2;'=2;GATEWAY;valid;valid\r\n";
        Fixtures.Read read = imported(text);

        assertThat(read.rows())
                .extracting(row -> row.cells().deviceName())
                .isEqualTo(isReport ? List.of("=2") : List.of("'=1", "'=2"));
        assertThat(read.warnings())
                .isEqualTo(isReport ? List.of("enrolled-rows") : List.of("unknown-column", "unknown-column"));
    }

    @Test
    void otherColumnsOfAReportAreStillNamed() throws Exception {
        String text =
                "uniqueIdentifier,deviceName,deviceType,status,errors,colour,status\nA1,one,GATEWAY,,,red,enrolled";

        assertThat(imported(text).warnings()).containsExactly("unknown-column", "unknown-column");
    }

    private static String report(ReportStatus status, List<RowCells> rows) throws Exception {
        StringWriter text = new StringWriter();
        ReportWriter report = new ReportWriter(text);
        for (RowCells cells : rows) {
            report.write(cells, status, List.of(cells.deviceName()));
        }
        return text.toString();
    }

    private static Fixtures.Read imported(String text) throws Exception {
        return Fixtures.readText(text, ImportLimits.DEFAULT);
    }

    private static String piled(Random random) {
        StringBuilder cell = new StringBuilder();
        for (int p = random.nextInt(5); p > 0; p--) {
            cell.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return cell.toString();
    }
}
