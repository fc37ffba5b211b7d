package dev.muster.domain.enrollment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.muster.domain.enrollment.Fixtures;
import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.cell.RowCells;
import dev.muster.domain.enrollment.csv.ImportLimits;
import dev.muster.domain.enrollment.row.FileRow;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportFileReaderTest {
    private static final List<List<String>> ONE_AND_TWO =
            List.of(List.of("A1", "one", "STANDALONE", ""), List.of("A2", "two", "GATEWAY", ""));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "line-breaks-crlf",
                "line-breaks-cr",
                "last-line-without-break",
                "byte-order-mark",
                "separator-semicolon",
                "separator-tab",
                "separator-line",
                "only-separators",
                "headers-with-blanks",
                "header-order-case-blanks",
                "cells-quoted"
            })
    void oneMeaningInManySpellings(String fixture) throws Exception {
        Fixtures.Read read = Fixtures.read(fixture);

        assertThat(read.cells()).isEqualTo(ONE_AND_TWO);
        assertThat(read.reading().rows()).isEqualTo(2);
        assertThat(read.warnings()).isSubsetOf("blank-lines");
    }

    static Stream<Arguments> cells() {
        return Stream.of(
                arguments("quote-doubled-in-quoted-cell", List.of("A1", "the \"first\" one", "STANDALONE", "")),
                arguments("quote-inside-plain-cell", List.of("A1", "5\" pipe", "STANDALONE", "")),
                arguments("quote-after-blank", List.of("A1", " \"one\"", "STANDALONE", "")),
                arguments("separator-in-quoted-cell", List.of("A1", "one, two; three", "STANDALONE", "")),
                arguments("line-break-in-quoted-cell", List.of("A1", "first\r\nsecond", "STANDALONE", "")),
                arguments("blanks-and-leading-zeros-stay", List.of("0012", " one ", "standalone", "")),
                arguments("characters-beyond-ascii", List.of("A1", "Zähler 東京 📟", "STANDALONE", "")));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void cellsAreTextAsEntered(String fixture, List<String> first) throws Exception {
        assertThat(Fixtures.read(fixture).cells()).startsWith(first);
    }

    @Test
    void doubledQuotesInPlainCellStayTwo() throws Exception {
        assertThat(Fixtures.read("quote-inside-plain-cell").cells().get(1))
                .isEqualTo(List.of("A2", "say \"\"hi\"\" twice", "GATEWAY", ""));
    }

    @Test
    void rowsKnowTheirNumberAndLine() throws Exception {
        List<FileRow> rows = Fixtures.read("line-break-in-quoted-cell").rows();

        assertThat(rows).extracting(FileRow::number).containsExactly(1, 2);
        assertThat(rows).extracting(FileRow::line).containsExactly(2L, 4L);
    }

    @Test
    void blankLinesAreSkippedAndCounted() throws Exception {
        Fixtures.Read read = Fixtures.read("blank-lines");

        assertThat(read.cells()).isEqualTo(ONE_AND_TWO);
        assertThat(read.rows()).extracting(FileRow::line).containsExactly(4L, 7L);
        assertThat(read.reading().blankLines()).isEqualTo(5);
        assertThat(read.warnings()).containsExactly("blank-lines");
    }

    @Test
    void rowOfAnotherLengthIsKeptAndMarked() throws Exception {
        List<FileRow> rows = Fixtures.read("too-few-and-too-many-cells").rows();

        assertThat(rows)
                .extracting(FileRow::oddCells)
                .containsExactly(
                        "2 cells, the header line 3",
                        null,
                        null,
                        "5 cells, the header line 3; too many: \"six\", \"=1\"");
        assertThat(rows.get(0).cells()).isEqualTo(new RowCells("A1", "one", "", ""));
    }

    @Test
    void unknownColumnsAreNamed() throws Exception {
        Fixtures.Read read = Fixtures.read("unknown-columns");

        assertThat(read.cells()).containsExactly(List.of("A1", "one", "STANDALONE", ""));
        assertThat(read.warnings()).containsExactly("unknown-column", "unknown-column");
        assertThat(read.reading().warnings().get(0).detail())
                .contains("Column 3")
                .contains("colour");
    }

    @Test
    void separatorIsTheOneThatKnowsTheMostColumns() throws Exception {
        assertThat(Fixtures.read("separator-by-known-columns").cells()).isEqualTo(ONE_AND_TWO);
    }

    @Test
    void parentGatewayIsOptional() throws Exception {
        assertThat(Fixtures.read("parent-gateway").cells().get(1)).isEqualTo(List.of("A2", "two", "PERIPHERAL", "A1"));
    }

    @Test
    void theMakersHeadersAreMapped() throws Exception {
        Map<String, Column> mapping = Map.of(" imei", Column.UNIQUE_IDENTIFIER, "LABEL", Column.DEVICE_NAME);

        assertThat(Fixtures.read(Fixtures.open("header-of-the-maker"), ImportLimits.DEFAULT, mapping)
                        .cells())
                .isEqualTo(ONE_AND_TWO);
    }

    @Test
    void theTemplateHasEveryColumnAndNoRow() throws Exception {
        String template = new String(ImportTemplate.bytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(template).isEqualTo("\ufeffuniqueIdentifier,deviceName,deviceType,parentGateway\r\n");
        assertThat(Fixtures.readText(template + "A1,one,GATEWAY,\r\n", ImportLimits.DEFAULT)
                        .rows())
                .hasSize(1);
    }
}
