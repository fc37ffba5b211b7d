package dev.muster.domain.enrollment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.csv.FileError;
import dev.muster.domain.enrollment.csv.ImportLimits;
import dev.muster.domain.enrollment.csv.ImportRefusedException;
import dev.muster.domain.enrollment.row.FileRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which line is the header line. If no line has the columns: how the first line was read, and why. */
class HeaderLineTest {
    private static final ImportFileReader READER = new ImportFileReader(ImportLimits.DEFAULT);
    private static final String TITLED =
            "Shipping list 4711,,\n\n\"of Monday\nand Tuesday\",,\nuniqueIdentifier,deviceName,deviceType\nA-1,one,GATEWAY\n";

    @Test
    void theLineThatIsChosenIsTheHeaderLine() throws Exception {
        List<FileRow> rows = new ArrayList<>();
        FileReading reading = READER.read(bytes(TITLED), Map.of(), 5, rows::add);

        assertThat(rows).extracting(FileRow::line).containsExactly(6L);
        assertThat(reading.warnings())
                .extracting(FileWarning::code)
                .containsExactly("lines-above-header", "blank-lines");
    }

    @Test
    void aSeparatorLineMayStandAboveIt() throws Exception {
        FileReading reading = READER.read(
                bytes("sep=;\nuniqueIdentifier;deviceName;deviceType\nA-1;one;GATEWAY"), Map.of(), 2, row -> {});

        assertThat(reading).isEqualTo(new FileReading(1, 0, List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;;;", "sep=; ", "sep=; ; "})
    void aSeparatorLineMayBeFilledUp(String line) throws Exception {
        String rows = "\nuniqueIdentifier;deviceName;deviceType\nA-1;one;GATEWAY";

        assertThat(READER.read(bytes(line + rows), Map.of(), 0, row -> {})).isEqualTo(new FileReading(1, 0, List.of()));
        assertThat(refusal(line + ",", 0)).hasMessageContaining("sep= names");
    }

    @Test
    void aSeparatorLineThatIsWrongIsBlamed() {
        assertThat(refusal("sep=;\nuniqueIdentifier,deviceName,deviceType\nA-1,one,GATEWAY", 0)
                        .errors())
                .allSatisfy(error ->
                        assertThat(error.detail()).contains("sep= above it names semicolons", "separated by commas"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 99})
    void aLineThatBeginsNoRecordIsNone(int line) {
        FileError error = refusal(TITLED, line).errors().get(0);

        assertThat(error.code()).isEqualTo("missing-header");
        assertThat(error.line()).isEqualTo(line);
        assertThat(error.detail()).contains("Choose another");
    }

    @Test
    void theLineThatHasTheColumnsIsNamed() {
        assertThat(refusal(TITLED, 0).errors())
                .hasSize(3)
                .allSatisfy(
                        error -> assertThat(error.detail()).contains("\"Shipping list 4711\"", "Line 5", "header=5"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '~',
            value = {
                "\"uniqueIdentifier;deviceName;deviceType\"! 1 column: \"uniqueIdentifier;deviceName;deviceType\"! in quotes",
                "\"uniqueIdentifier,deviceName,deviceType\"! 1 column! in quotes",
                "uniqueIdentifier|deviceName|deviceType! 1 column! by \"|\"; only comma, semicolon and tab",
                "uniqueIdentifier^deviceName^deviceType! 1 column! by \"^\"",
                "uniqueIdentifier deviceName deviceType! 1 column! by blanks",
                "\"uniqueIdentifier|deviceName|deviceType\"! 1 column! by \"|\"",
                "\"uniqueIdentifier,deviceName,deviceType\";;! 3 columns separated by semicolons! in quotes",
                "unique Identifier:,device Name:,device Type:! 3 columns separated by commas! say which column",
                "uniqueIdentifier,name! 2 columns separated by commas: \"uniqueIdentifier\", \"name\"! say which column",
                "IMEI;Label;Kind! 3 columns separated by semicolons! say which column"
            })
    void whatItWasReadAsAndWhyIsTold(String header, String readAs, String why) {
        assertThat(refusal(header + "\nA-1,one,GATEWAY\n", 0).errors())
                .allSatisfy(error -> assertThat(error.detail()).contains(readAs, why));
    }

    @ParameterizedTest
    @CsvSource({
        "uniqueIdentifier;deviceName;deviceType, semicolons, 'A-1,one,GATEWAY', commas",
        "'uniqueIdentifier,deviceName,deviceType', commas, A-1;one;GATEWAY, semicolons",
        "'uniqueIdentifier,deviceName,deviceType', commas, A-1|one|GATEWAY, \"|\""
    })
    void rowsWithAnotherSeparatorRefuseTheFile(String header, String inHeader, String row, String inRows) {
        FileError error = refusal(header + "\n" + row + "\n", 0).errors().get(0);

        assertThat(error.code()).isEqualTo("unknown-separator");
        assertThat(error.line()).isEqualTo(2);
        assertThat(error.detail()).contains("separated by " + inHeader, "line 2 is separated by " + inRows);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Unique Identifier",
                "unique_identifier",
                "UNIQUE-IDENTIFIER",
                "unique.identifier",
                " uniqueidentifier\u00A0",
                "unique\u2011identifier"
            })
    void namesAreComparedWithoutWhatPartsTheirWords(String name) throws Exception {
        assertThat(READER.preview(bytes(name + ",Device Name,device.type\nA,b,GATEWAY"), 0)
                        .known())
                .isEqualTo(Map.of(Column.UNIQUE_IDENTIFIER, 0, Column.DEVICE_NAME, 1, Column.DEVICE_TYPE, 2));
    }

    @Test
    void aMakersHeaderIsNotMuddledWithAnother() throws Exception {
        String file = "S_N,SN,deviceName,deviceType\nA,b,c,GATEWAY";
        List<FileRow> rows = new ArrayList<>();
        READER.read(bytes(file), Map.of("SN", Column.UNIQUE_IDENTIFIER), 0, rows::add);

        assertThat(rows.get(0).cells().uniqueIdentifier()).isEqualTo("b");
    }

    @Test
    void thePreviewFindsTheHeaderLineAndOffersTheOthers() throws Exception {
        HeaderPreview preview = READER.preview(bytes(TITLED), 0);

        assertThat(preview.line()).isEqualTo(5);
        assertThat(preview.missing()).isEmpty();
        assertThat(preview.rows().getFirst().cells()).containsExactly("A-1", "one", "GATEWAY");
        assertThat(preview.lines()).extracting(HeaderPreview.Line::number).containsExactly(1L, 3L, 5L, 6L);
        assertThat(preview.lines().get(1).text()).doesNotContain("\n");
        assertThat(READER.preview(bytes(TITLED), 1).names()).containsExactly("Shipping list 4711", "", "");
    }

    private static ImportRefusedException refusal(String file, int headerLine) {
        return catchThrowableOfType(
                ImportRefusedException.class, () -> READER.read(bytes(file), Map.of(), headerLine, row -> {}));
    }

    private static InputStream bytes(String file) throws IOException {
        return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
    }
}
