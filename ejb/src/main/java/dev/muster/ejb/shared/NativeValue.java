package dev.muster.ejb.shared;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Values in the rows of a native query. The two drivers return them as different types. */
public final class NativeValue {

    private NativeValue() {}

    public static UUID id(Object value) {
        if (value instanceof byte[] bytes) {
            ByteBuffer halves = ByteBuffer.wrap(bytes);
            return new UUID(halves.getLong(), halves.getLong());
        }
        return (UUID) value;
    }

    public static Instant instant(Object value) {
        return value instanceof OffsetDateTime zoned ? zoned.toInstant() : (Instant) value;
    }

    public static long number(Object value) {
        return ((Number) value).longValue();
    }
}
