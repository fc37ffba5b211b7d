package dev.muster.domain.enrollment;

import dev.muster.domain.shared.EnteredText;

/**
 * One record of a file before it is taken apart into cells.
 *
 * @param line the line it begins on, from 1
 * @param text without the line break that ends it; its quotes are as RFC 4180 section 2 wants them
 * @param cells how many cells it has
 */
record RawRecord(long line, String text, int cells) {
    boolean isBlankLine() {
        return cells == 1 && EnteredText.isBlank(text);
    }
}
