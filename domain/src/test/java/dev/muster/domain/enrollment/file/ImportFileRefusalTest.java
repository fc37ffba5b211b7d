package dev.muster.domain.enrollment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.domain.enrollment.Fixtures;
import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.csv.FileError;
import dev.muster.domain.enrollment.csv.ImportLimits;
import dev.muster.domain.enrollment.csv.ImportRefusedException;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportFileRefusalTest {
    private static final String HEADER = "uniqueIdentifier,deviceName,deviceType\n";

    @ParameterizedTest
    @CsvSource({
        "refused-unclosed-quote, 3, unclosed-quote, opened in line 3",
        "refused-text-after-quote, 2, text-after-quote, In line 2",
        "refused-quote-swallowed-a-line, 3, text-after-quote, first quote is in line 2",
        "refused-windows-1252, 3, encoding, byte E4",
        "refused-utf-16, 1, encoding, CSV UTF-8",
        "refused-utf-16-without-mark, 1, nul, UTF-16",
        "refused-nul, 2, nul, NUL",
        "refused-utf-8-cut-short, 3, encoding, byte E2",
        "refused-overlong-utf-8, 2, encoding, byte C0",
        "refused-surrogate-in-utf-8, 2, encoding, byte ED",
        "refused-empty, 1, empty-file, no header",
        "refused-only-blank-lines, 1, empty-file, no header",
        "refused-no-rows, 1, no-rows, no rows",
        "refused-doubled-header, 1, doubled-header, columns 2 and 3",
        "refused-unknown-separator, 1, unknown-separator, |",
        "refused-zip, 1, not-text, .xlsx",
        "refused-gzip, 1, not-text, gzip"
    })
    void theFileIsRefusedWithItsLine(String fixture, long line, String code, String detail) {
        FileError error = refusal(() -> Fixtures.read(fixture)).errors().get(0);

        assertThat(error.line()).isEqualTo(line);
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.detail()).contains(detail).endsWith(".");
    }

    @Test
    void allMissingHeadersAreTold() {
        assertThat(refusal(() -> Fixtures.read("refused-missing-headers")).errors())
                .extracting(
                        FileError::code,
                        e -> e.detail().contains("deviceName") || e.detail().contains("deviceType"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("missing-header", true),
                        org.assertj.core.groups.Tuple.tuple("missing-header", true));
    }

    @Test
    void aMappedHeaderThatIsMissingIsToldByItsOwnName() {
        Map<String, Column> mapping = Map.of("IMEI", Column.UNIQUE_IDENTIFIER);

        assertThat(refusal(() -> Fixtures.read(Fixtures.open("plain"), ImportLimits.DEFAULT, mapping)))
                .hasMessageContaining("\"IMEI\" (for uniqueIdentifier)");
    }

    @ParameterizedTest
    @CsvSource({
        "A1;n123456789;GATEWAY|A2;n1234567890123456789012;GATEWAY, 3, cell-too-long, has 23 characters; at most 20",
        "A1;\"0123456789\"\"0123456789\";GATEWAY, 2, cell-too-long, has 21 characters; at most 20",
        "A1;a\"b\"c\"d\"e\"f\"g\"h\"i\"j\"k\"l;GATEWAY, 2, cell-too-long, has 23 characters; at most 20",
        "A1;one;GATEWAY;4;5|A1;one;GATEWAY;4;5;6;7, 3, too-many-columns, has 7 cells; at most 5",
        "A1;a;GATEWAY|A2;b;GATEWAY|A3;c;GATEWAY||A4;d;GATEWAY|A5;e;GATEWAY, 6, too-many-rows, has 5 rows; at most 3"
    })
    void aLimitIsToldWithBothNumbers(String rows, long line, String code, String detail) {
        ImportLimits limits = new ImportLimits(3, 20, 5, 1_000);
        FileError error = refusal(
                        () -> Fixtures.readText(HEADER + rows.replace(';', ',').replace('|', '\n'), limits))
                .errors()
                .get(0);

        assertThat(error.line()).isEqualTo(line);
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.detail()).contains(detail);
    }

    @Test
    void whatIsWithinALimitIsTaken() throws Exception {
        String text = HEADER + "A1,\"0123456789\"\"012345678\",GATEWAY\nA2,b,GATEWAY\n";

        assertThat(Fixtures.readText(text, new ImportLimits(2, 20, 3, text.length()))
                        .rows())
                .hasSize(2);
        assertThat(refusal(() -> Fixtures.readText(text, new ImportLimits(2, 20, 3, text.length() - 1L)))
                        .errors())
                .extracting(FileError::code)
                .containsExactly("file-too-large");
    }

    private static ImportRefusedException refusal(ThrowingCallable reading) {
        return catchThrowableOfType(ImportRefusedException.class, reading);
    }
}
