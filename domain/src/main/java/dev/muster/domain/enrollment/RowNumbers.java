package dev.muster.domain.enrollment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.roaringbitmap.RoaringBitmap;

/** Row numbers as bytes, in the portable serialization of the Roaring format specification. */
final class RowNumbers {

    private RowNumbers() {}

    static byte[] toBytes(RoaringBitmap rows) {
        rows.runOptimize();
        ByteBuffer bytes = ByteBuffer.allocate(rows.serializedSizeInBytes());
        rows.serialize(bytes);
        return bytes.array();
    }

    static RoaringBitmap fromBytes(byte[] bytes) {
        RoaringBitmap rows = new RoaringBitmap();
        try {
            rows.deserialize(ByteBuffer.wrap(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("A row map cannot be read", e);
        }
        return rows;
    }
}
