package dev.muster.domain.enrollment;

import java.io.InputStream;
import java.util.Arrays;

/** A start and then one octet over and over, made as it is read; counts what was taken of it. */
public final class CountedStream extends InputStream {
    private final byte[] start;
    private final byte filler;
    private final long size;
    private long taken;

    /** @param size bytes in all, the start included */
    public CountedStream(byte[] start, int filler, long size) {
        this.start = start;
        this.filler = (byte) filler;
        this.size = size;
    }

    public long taken() {
        return taken;
    }

    @Override
    public int read() {
        if (taken == size) {
            return -1;
        }
        int octet = taken < start.length ? start[(int) taken] : filler;
        taken++;
        return octet & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        int count = (int) Math.min(length, size - taken);
        int ofStart = (int) Math.max(0, Math.min(count, start.length - taken));
        if (ofStart > 0) {
            System.arraycopy(start, (int) taken, target, offset, ofStart);
        }
        Arrays.fill(target, offset + ofStart, offset + count, filler);
        taken += count;
        return count == 0 && length > 0 ? -1 : count;
    }
}
