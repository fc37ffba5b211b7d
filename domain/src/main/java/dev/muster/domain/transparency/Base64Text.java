package dev.muster.domain.transparency;

import java.util.Base64;
import java.util.Optional;

/** Base64 (RFC 4648 section 4) with exactly one text for each value. */
public final class Base64Text {

    private Base64Text() {}

    static String of(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The bytes; empty if the text has another form than {@link #of} writes, or another length. */
    public static Optional<byte[]> bytes(String text, int length) {
        return bytes(text).filter(bytes -> bytes.length == length);
    }

    /** The bytes; empty if the text has another form than {@link #of} writes. */
    static Optional<byte[]> bytes(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return of(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
