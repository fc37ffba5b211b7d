package dev.muster.domain.shared.json;

import java.nio.charset.StandardCharsets;

/**
 * A place in a JSON text, for the person who corrects the program that wrote it.
 *
 * @param line counted from 1; a line ends with a line feed
 * @param column in characters, counted from 1
 * @param offset the bytes of UTF-8 before it
 */
record JsonPlace(int line, int column, int offset) {

    /** @param at the characters before it; a place after the text counts as its end */
    static JsonPlace of(String text, long at) {
        String before = text.substring(0, Math.clamp(at, 0, text.length()));
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        int column = before.length() - before.lastIndexOf('\n');
        return new JsonPlace(line, column, before.getBytes(StandardCharsets.UTF_8).length);
    }

    /** Such as "line 1, column 6 (byte offset 5)". */
    @Override
    public String toString() {
        return "line " + line + ", column " + column + " (byte offset " + offset + ")";
    }
}
