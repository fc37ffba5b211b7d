package dev.muster.domain.enrollment;

import java.io.InputStream;
import java.util.Arrays;

/**
 * A stream with a start and then the same octet again and again. It is made while it is read, and counts the octets
 * read.
 */
public final class CountedStream extends InputStream {
    private final byte[] start;
    private final byte filler;
    private final long size;
    private long taken;

    /** @param size all bytes, including the start */
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
