package dev.muster.ejb.enrollment.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * A file as it comes in, counted. An import may take as long as it likes if it keeps coming; a sender that is slower
 * than this rate over a whole period is let go, because it keeps a thread and a connection of everyone's.
 */
public final class MinimumRateStream extends FilterInputStream {

    /** Bytes a second: an eighth of the slowest mobile uplink that one would import over. */
    static final long BYTES_A_SECOND = 1_024;

    private static final long PERIOD_NANOS = 30_000_000_000L;

    private final LongSupplier nanoTime;
    private long periodBegan;
    private long bytesBefore;
    private long bytes;

    MinimumRateStream(InputStream in, LongSupplier nanoTime) {
        super(in);
        this.nanoTime = nanoTime;
        this.periodBegan = nanoTime.getAsLong();
    }

    /** How many bytes came so far. */
    long bytes() {
        return bytes;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) throws IOException {
        bytes += read;
        long elapsed = nanoTime.getAsLong() - periodBegan;
        if (elapsed < PERIOD_NANOS) {
            return;
        }
        if ((bytes - bytesBefore) * 1_000_000_000L < BYTES_A_SECOND * elapsed) {
            throw new TooSlowException();
        }
        periodBegan += elapsed;
        bytesBefore = bytes;
    }

    /** The sender was slower than {@link #BYTES_A_SECOND}. */
    public static final class TooSlowException extends IOException {

        TooSlowException() {
            super("The file came at less than " + BYTES_A_SECOND + " bytes a second");
        }
    }
}
