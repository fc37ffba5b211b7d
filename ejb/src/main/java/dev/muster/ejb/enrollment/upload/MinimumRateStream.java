package dev.muster.ejb.enrollment.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * Counts the bytes of a file as it comes in. A file may take any time as long as it keeps coming. A sender that is
 * slower than the minimum rate over a whole period is rejected, because it holds a thread and a connection that others
 * need.
 */
public final class MinimumRateStream extends FilterInputStream {

    /** Bytes a second: an eighth of the slowest mobile uplink that anybody would use for an import. */
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

    /** How many bytes have come so far. */
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
