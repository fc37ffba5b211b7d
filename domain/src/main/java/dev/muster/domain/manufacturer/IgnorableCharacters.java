package dev.muster.domain.manufacturer;

import java.util.stream.IntStream;

/**
 * Invisible characters whose Unicode category is that of visible ones: joiners, fillers, variation selectors, and the
 * Braille pattern without dots. Unicode's property Default_Ignorable_Code_Point without its format characters.
 */
public final class IgnorableCharacters {
    private static final int[] SINGLE = {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0};

    private IgnorableCharacters() {}

    private static boolean isOne(int codePoint) {
        return codePoint >= SINGLE[0] && isOneOfMany(codePoint);
    }

    private static boolean isOneOfMany(int codePoint) {
        return isIn(codePoint, 0x180B, 0x180F)
                || isIn(codePoint, 0xFE00, 0xFE0F)
                || isIn(codePoint, 0xE0100, 0xE01EF)
                || IntStream.of(SINGLE).anyMatch(single -> single == codePoint);
    }

    static boolean areIn(String text) {
        return text.codePoints().anyMatch(IgnorableCharacters::isOne);
    }

    /** The text without them. */
    public static String removed(String text) {
        StringBuilder rest = new StringBuilder(text.length());
        text.codePoints().filter(codePoint -> !isOne(codePoint)).forEach(rest::appendCodePoint);
        return rest.toString();
    }

    private static boolean isIn(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }
}
