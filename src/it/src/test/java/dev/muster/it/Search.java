package dev.muster.it;

import java.nio.charset.StandardCharsets;

/** Looks for bytes in bytes. */
final class Search {

    private Search() {}

    /** Where it begins first, -1 where it is not. */
    static int indexOf(byte[] all, byte[] part) {
        return asText(all).indexOf(asText(part));
    }

    static boolean contains(String all, byte[] part) {
        return all.contains(asText(part));
    }

    /** One character for each byte, so that a text's own search, which is fast, finds it. */
    static String asText(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
