package dev.muster.domain.enrollment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import dev.muster.domain.enrollment.CountedStream;
import dev.muster.domain.enrollment.csv.ImportLimits;
import dev.muster.domain.enrollment.csv.ImportRefusedException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reader counts what exceeds a limit, but does not keep it. Measured in bytes that the reading allocates. */
class ImportFileMemoryTest {
    private static final long SIZE = 64L << 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @CsvSource({"A, x, cell-too-long", "'\"', x, unclosed-quote", "A, ',', too-many-columns", "A, '\"', cell-too-long"})
    void hugeCellsAndRecordsNeverReachMemory(String start, char filler, String code) {
        byte[] opening = ("uniqueIdentifier,deviceName,deviceType\n" + start).getBytes(StandardCharsets.UTF_8);
        InputStream file = new CountedStream(opening, filler, SIZE);
        long before = THREADS.getCurrentThreadAllocatedBytes();

        ImportRefusedException refused = catchThrowableOfType(
                ImportRefusedException.class, () -> new ImportFileReader(ImportLimits.DEFAULT).read(file, row -> {}));

        assertThat(refused.errors().get(0).code()).isEqualTo(code);
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(SIZE / 8);
    }
}
