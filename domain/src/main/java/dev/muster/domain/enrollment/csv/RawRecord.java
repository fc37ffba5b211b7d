package dev.muster.domain.enrollment.csv;

import dev.muster.domain.shared.EnteredText;

/**
 * One record of a file before it is split into cells.
 *
 * @param line the line on which it begins, from 1
 * @param text without the line break that ends it; its quotes are as RFC 4180 section 2 requires
 * @param cells how many cells it has
 */
public record RawRecord(long line, String text, int cells) {
    /** SUBSTITUTE, which DOS wrote at the end of a text. */
    private static final char END_MARK = 0x1A;

    /**
     * Whether the record has only blanks, separators, pairs of quotes with nothing between them, and the mark of an
     * end.
     *
     * @param separators the characters that separate its cells, or may separate them
     */
    public boolean isBlank(String separators) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ' && c < 0x80 && c != '"' && separators.indexOf(c) < 0) {
                return false;
            }
            if (c != END_MARK && c != '"' && separators.indexOf(c) < 0 && !EnteredText.isBlank(String.valueOf(c))) {
                return false;
            }
        }
        return text.replace("\"\"", "").indexOf('"') < 0 && !text.contains("\"\"\"");
    }
}
