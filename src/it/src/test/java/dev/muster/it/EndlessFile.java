package dev.muster.it;

import dev.muster.testkit.Await;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Valid rows, many at once and then a few at a time, until it is told to end. */
final class EndlessFile extends InputStream {

    private final int manyRows;
    private volatile boolean ended;
    private byte[] piece = HostileFile.HEADER.getBytes(StandardCharsets.US_ASCII);
    private int position;
    private int rows;

    EndlessFile(int manyRows) {
        this.manyRows = manyRows;
    }

    void end() {
        ended = true;
    }

    @Override
    public int read() {
        return more() ? piece[position++] : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int wanted) {
        if (!more()) {
            return -1;
        }
        int count = Math.min(wanted, piece.length - position);
        System.arraycopy(piece, position, buffer, offset, count);
        position += count;
        return count;
    }

    private boolean more() {
        if (position < piece.length) {
            return true;
        }
        if (ended) {
            return false;
        }
        if (rows >= manyRows) {
            Await.moment();
        }
        piece = next().getBytes(StandardCharsets.US_ASCII);
        position = 0;
        return true;
    }

    /** The end of a file of rows, without its header. */
    private String next() {
        String csv = ImportFile.of(rows, 20);
        rows += 20;
        return csv.substring(csv.indexOf('\n') + 1);
    }
}
