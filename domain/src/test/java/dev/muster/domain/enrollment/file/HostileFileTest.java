package dev.muster.domain.enrollment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.domain.enrollment.CountedStream;
import dev.muster.domain.enrollment.csv.FileError;
import dev.muster.domain.enrollment.csv.FileOpening;
import dev.muster.domain.enrollment.csv.ImportLimits;
import dev.muster.domain.enrollment.csv.ImportRefusedException;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that are made to do harm, as streams of 64 MiB. Each is refused with its line, and read only as far as the
 * refusal needs. {@link ImportFileMemoryTest} measures the memory of a refusal.
 */
class HostileFileTest {
    private static final long SIZE = 64L << 20;
    private static final int BUFFER = 8_192;
    private static final String HEADER = "uniqueIdentifier,deviceName,deviceType\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "504B0304",
                "504B0506",
                "1F8B08",
                "D0CF11E0A1B11AE1",
                "377ABCAF271C",
                "28B52FFD",
                "FD377A585A00",
                "425A6839",
                "255044462D",
                "89504E470D0A1A0A",
                "FFD8FFE0"
            })
    void whatIsNoTextIsKnownByItsFirstBytes(String bytes) {
        CountedStream file = new CountedStream(hex(bytes), 'x', SIZE);

        assertThat(refusal(file).code()).isEqualTo("not-text");
        assertThat(file.taken()).isEqualTo(FileOpening.LENGTH);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-16LE, FFFE, encoding", "UTF-16BE, FEFF, encoding", "UTF-16LE, '', nul", "UTF-16BE, '', nul",
        "UTF-32LE, FFFE0000, encoding", "UTF-32BE, 0000FEFF, encoding", "UTF-32LE, '', nul", "UTF-32BE, '', nul"
    })
    void otherFormsOfUnicodeAreRefusedInTheFirstLine(String form, String mark, String code) {
        CountedStream file = new CountedStream(join(hex(mark), HEADER.getBytes(Charset.forName(form))), ' ', SIZE);
        FileError error = refusal(file);

        assertThat(error.code()).isEqualTo(code);
        assertThat(error.line()).isEqualTo(1);
        assertThat(error.detail()).contains("UTF-16").contains("CSV UTF-8");
        assertThat(file.taken()).isLessThanOrEqualTo(BUFFER + FileOpening.LENGTH);
    }

    /**
     * Overlong forms, lone surrogates, characters beyond U+10FFFF, octets that never occur, continuations without a
     * lead.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "C0AF",
                "C1BF",
                "E080AF",
                "F08080AF",
                "EDA080",
                "EDBFBF",
                "EDA081EDB080",
                "F4908080",
                "F5808080",
                "F888808080",
                "FE",
                "FF",
                "80",
                "BF",
                "C3",
                "E282",
                "F09F93"
            })
    void bytesThatAreNoUtf8AreRefusedWithTheirLineWhereverTheyStand(String octets) {
        for (String before : new String[] {"", HEADER, HEADER + "A1,\"one\n", HEADER + "A1," + "\n".repeat(BUFFER)}) {
            byte[] start = join(before.getBytes(StandardCharsets.UTF_8), hex(octets));
            CountedStream file = new CountedStream(start, 'x', SIZE);
            FileError error = refusal(file);

            assertThat(error.code()).isEqualTo("encoding");
            assertThat(error.line())
                    .isEqualTo(1 + before.chars().filter(c -> c == '\n').count());
            assertThat(file.taken()).isLessThanOrEqualTo(start.length + BUFFER + FileOpening.LENGTH);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"C3", "E2", "E282", "F0", "F09F", "F09F93"})
    void aCharacterCutAtTheEndOfTheFileIsRefused(String octets) {
        byte[] start = join((HEADER + "A1,").getBytes(StandardCharsets.UTF_8), hex(octets));
        FileError error = refusal(new CountedStream(start, 0, start.length));

        assertThat(error.code()).isEqualTo("encoding");
        assertThat(error.line()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", HEADER + "\0", HEADER + "A1,\"one\0", HEADER + "A1,one,GATEWAY\n,,\0\n"})
    void nulEndsTheReading(String text) {
        CountedStream file = new CountedStream(text.getBytes(StandardCharsets.UTF_8), 'x', SIZE);

        assertThat(refusal(file).code()).isEqualTo("nul");
        assertThat(file.taken()).isLessThanOrEqualTo(BUFFER + FileOpening.LENGTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", HEADER, HEADER + "A1,one,GATEWAY\n"})
    void aHundredThousandColumnsAreTold(String before) {
        long line = 1 + before.lines().count();
        byte[] text = (before + ",".repeat(99_999) + "\n").getBytes(StandardCharsets.UTF_8);
        FileError error = refusal(new CountedStream(text, 0, text.length));

        assertThat(error.code()).isEqualTo("too-many-columns");
        assertThat(error.line()).isEqualTo(line);
        assertThat(error.detail()).contains("has 100,000 cells; at most 100");
    }

    /** Counted to the end, so that the refusal has the number; but never beyond the bytes that a file may have. */
    @ParameterizedTest
    @CsvSource({"A1, x, cell-too-long", "A1, ',', too-many-columns", "'\"', x, unclosed-quote"})
    void whatIsCountedIsCountedNoFurtherThanAFileMayReach(String row, char filler, String code) {
        byte[] start = (HEADER + row).getBytes(StandardCharsets.UTF_8);
        ImportLimits small = new ImportLimits(10, 1_024, 100, 16L << 20);
        CountedStream within = new CountedStream(start, filler, 16L << 20);
        CountedStream beyond = new CountedStream(start, filler, SIZE);

        assertThat(refusal(within, small).code()).isEqualTo(code);
        assertThat(refusal(beyond, small).code()).isEqualTo("file-too-large");
        assertThat(beyond.taken()).isBetween((16L << 20) + 1, (16L << 20) + BUFFER);
    }

    @Test
    void rowsOverTheLimitAreCountedAndNotHandedOn() {
        int[] rows = {0};
        byte[] many = (HEADER + "a,b,c\n".repeat(1_000)).getBytes(StandardCharsets.UTF_8);
        ImportRefusedException refused = catchThrowableOfType(
                ImportRefusedException.class,
                () -> new ImportFileReader(ImportLimits.DEFAULT.withMaxRows(10))
                        .read(new CountedStream(many, '\n', SIZE), row -> rows[0]++));

        assertThat(refused).hasMessageContaining("has 1,000 rows; at most 10");
        assertThat(rows[0]).isEqualTo(10);
    }

    private static FileError refusal(InputStream file) {
        return refusal(file, ImportLimits.DEFAULT);
    }

    private static FileError refusal(InputStream file, ImportLimits limits) {
        return catchThrowableOfType(
                        ImportRefusedException.class, () -> new ImportFileReader(limits).read(file, row -> {}))
                .errors()
                .get(0);
    }

    private static byte[] hex(String bytes) {
        return HexFormat.of().parseHex(bytes);
    }

    private static byte[] join(byte[] first, byte[] second) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(first);
        joined.writeBytes(second);
        return joined.toByteArray();
    }
}
