package dev.muster.domain.enrollment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.domain.enrollment.Fixtures;
import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.csv.FileError;
import dev.muster.domain.enrollment.csv.ImportLimits;
import dev.muster.domain.enrollment.csv.ImportRefusedException;
import dev.muster.domain.enrollment.file.HeaderPreview.Row;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderPreviewTest {
    private static final ImportFileReader READER = new ImportFileReader(ImportLimits.DEFAULT);
    private static final String HEADER = "uniqueIdentifier,deviceName,deviceType\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"plain", "byte-order-mark", "line-breaks-cr", "separator-semicolon", "separator-line"})
    void mustersOwnHeaderIsKnown(String fixture) throws Exception {
        HeaderPreview preview = READER.preview(Fixtures.open(fixture), 0);

        assertThat(preview.known())
                .isEqualTo(Map.of(Column.UNIQUE_IDENTIFIER, 0, Column.DEVICE_NAME, 1, Column.DEVICE_TYPE, 2));
        assertThat(preview.missing()).isEmpty();
        assertThat(firstRow(preview)).containsExactly("A1", "one", "STANDALONE");
    }

    @Test
    void aMakersHeaderIsToldAsItStands() throws Exception {
        HeaderPreview preview = preview(" IMEI ;\"Label; long\";;DEVICETYPE\n\n00490;5\" pipe;;x;more\n");

        assertThat(preview.names()).containsExactly(" IMEI ", "Label; long", "", "DEVICETYPE");
        assertThat(preview.known()).isEqualTo(Map.of(Column.DEVICE_TYPE, 3));
        assertThat(preview.missing()).containsExactly(Column.UNIQUE_IDENTIFIER, Column.DEVICE_NAME);
        assertThat(firstRow(preview)).containsExactly("00490", "5\" pipe", "", "x", "more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A1,\"one", "A1,\"one\r\ntwo", "\r\n\r\n"})
    void withoutAWholeRowThereIsNoneToShow(String rows) throws Exception {
        HeaderPreview preview = preview(HEADER + rows);

        assertThat(firstRow(preview)).isEmpty();
        assertThat(preview.names()).hasSize(3);
    }

    @Test
    void theLastRowOfASmallFileIsWholeWithoutItsLineBreak() throws Exception {
        assertThat(firstRow(preview(HEADER + "A1,one,GATEWAY"))).containsExactly("A1", "one", "GATEWAY");
    }

    /** A row of emoji (four bytes each) is moved byte by byte over the end of the opening. */
    @Test
    void theOpeningMayEndAnywhere() throws Exception {
        for (int shift = 0; shift < 8; shift++) {
            int blank = HeaderPreview.OPENING_LENGTH - HEADER.length() - 400 - shift;
            String start = HEADER + "\n".repeat(blank) + "A1,";
            HeaderPreview cut = preview(start + "📟".repeat(100) + ",GATEWAY\n");
            HeaderPreview whole = preview(start + "📟".repeat(20) + ",GATEWAY\n" + "📟".repeat(100));

            assertThat(firstRow(cut)).isEmpty();
            assertThat(firstRow(whole)).containsExactly("A1", "📟".repeat(20), "GATEWAY");
        }
    }

    @Test
    void everyCutOfASmallFileIsReadOrToldNotToBeRead() throws Exception {
        byte[] file = (HEADER + "é,📟,\"€\"\"\"\r\n").getBytes(StandardCharsets.UTF_8);
        for (int length = HEADER.length(); length < file.length; length++) {
            HeaderPreview preview = READER.preview(new ByteArrayInputStream(file, 0, length), 0);
            assertThat(preview.missing()).isEmpty();
            assertThat(preview.names()).hasSize(3);
        }
    }

    @Test
    void nothingIsReadBeyondTheOpening() throws Exception {
        byte[] file = new byte[HeaderPreview.OPENING_LENGTH + 1_000];
        Arrays.fill(file, (byte) 'x');
        System.arraycopy(HEADER.getBytes(StandardCharsets.UTF_8), 0, file, 0, HEADER.length());
        Arrays.fill(file, HEADER.length() + 100, HEADER.length() + 101, (byte) '\n');
        InputStream stream = new ByteArrayInputStream(file);
        READER.preview(stream, 0);

        assertThat(stream.available()).isEqualTo(1_000);
    }

    @ParameterizedTest
    @CsvSource({
        "refused-utf-16, encoding",
        "refused-utf-16-without-mark, nul",
        "refused-zip, not-text",
        "refused-gzip, not-text",
        "refused-empty, empty-file",
        "refused-only-blank-lines, empty-file",
        "refused-doubled-header, doubled-header",
        "refused-unknown-separator, unknown-separator",
        "refused-overlong-utf-8, encoding",
        "refused-text-after-quote, text-after-quote"
    })
    void whatRefusesTheFileRefusesItsPreview(String fixture, String code) {
        ImportRefusedException refused =
                catchThrowableOfType(ImportRefusedException.class, () -> READER.preview(Fixtures.open(fixture), 0));

        assertThat(refused.errors()).extracting(FileError::code).containsExactly(code);
    }

    @Test
    void aHeaderAloneIsEnough() throws Exception {
        assertThat(READER.preview(Fixtures.open("refused-missing-headers"), 0).missing())
                .contains(Column.DEVICE_NAME, Column.DEVICE_TYPE);
        assertThat(READER.preview(Fixtures.open("refused-no-rows"), 0).rows()).isEmpty();
    }

    @Test
    void theFirstRowsAreShownAsTheyWillBeRead() throws Exception {
        HeaderPreview all = preview(HEADER + " A1 ,one\u0301,GATEWAY\n\nA2,\"two\nlines\",STANDALONE,more\n");
        assertThat(all.rows())
                .containsExactly(
                        new Row(2, List.of("A1", "on\u00e9", "GATEWAY")),
                        new Row(4, List.of("A2", "two\nlines", "STANDALONE", "more")));
        assertThat(all.complete()).isTrue();

        HeaderPreview first = preview(HEADER + "A1,one,GATEWAY\n".repeat(101));
        assertThat(first.rows()).hasSize(HeaderPreview.MOST_ROWS);
        assertThat(first.complete()).isFalse();
        assertThat(preview(HEADER + "A1,one,GATEWAY\n".repeat(100)).complete()).isTrue();
    }

    @Test
    void ofAReportOnlyTheRowsThatAreNotEnrolledAreShown() throws Exception {
        HeaderPreview report = preview("uniqueIdentifier,deviceName,deviceType,status,errors\n"
                + "'0012,one,GATEWAY,valid,\n13,two,GATEWAY,enrolled,\n");
        assertThat(firstRow(report)).containsExactly("0012", "one", "GATEWAY", "valid", "");
        assertThat(report.rows()).hasSize(1);
    }

    private static List<String> firstRow(HeaderPreview preview) {
        return preview.rows().isEmpty() ? List.of() : preview.rows().getFirst().cells();
    }

    private static HeaderPreview preview(String text) throws Exception {
        return READER.preview(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 0);
    }
}
