package dev.muster.domain.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is over a limit is counted, never kept: measured in bytes that the reading allocates. */
class ImportFileMemoryTest {
    private static final long SIZE = 64L << 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @CsvSource({"A, x, cell-too-long", "'\"', x, unclosed-quote", "A, ',', too-many-columns", "A, '\"', cell-too-long"})
    void hugeCellsAndRecordsNeverReachMemory(String start, char filler, String code) {
        InputStream file = new SequenceInputStream(
                new ByteArrayInputStream(
                        ("uniqueIdentifier,deviceName,deviceType\n" + start).getBytes(StandardCharsets.UTF_8)),
                endless(filler, SIZE));
        long before = THREADS.getCurrentThreadAllocatedBytes();

        ImportRefusedException refused = catchThrowableOfType(
                ImportRefusedException.class, () -> new ImportFileReader(ImportLimits.DEFAULT).read(file, row -> {}));

        assertThat(refused.errors().get(0).code()).isEqualTo(code);
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(SIZE / 8);
    }

    private static InputStream endless(char filler, long size) {
        return new InputStream() {
            private long left = size;

            @Override
            public int read() {
                return left-- > 0 ? filler : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                int count = (int) Math.min(length, left);
                java.util.Arrays.fill(target, offset, offset + count, (byte) filler);
                left -= count;
                return count == 0 ? -1 : count;
            }
        };
    }
}
