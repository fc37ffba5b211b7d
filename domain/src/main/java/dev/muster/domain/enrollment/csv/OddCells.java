package dev.muster.domain.enrollment.csv;

import dev.muster.domain.shared.EnteredText;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Describes, as a part of a sentence, a row that has more or fewer cells than the header line. */
public final class OddCells {
    /** The most characters of this part of a sentence. */
    public static final int MAX_LENGTH = 1_000;

    private OddCells() {}

    /** "5 cells, the header line 4; too many: "x"", at most {@value #MAX_LENGTH} characters. */
    public static String told(String[] found, int expected) {
        String counts = counted(found.length) + ", the header line " + expected;
        if (found.length <= expected) {
            return counts;
        }
        String extra = Arrays.stream(found, expected, found.length)
                .map(Sentences::quoted)
                .collect(Collectors.joining(", "));
        String whole = counts + "; too many: " + extra;
        return whole.length() <= MAX_LENGTH
                ? whole
                : whole.substring(0, whole.offsetByCodePoints(0, (MAX_LENGTH - 1) / 2)) + "…";
    }

    /** Whether every cell from a place on is blank. */
    public static boolean areBlank(String[] cells, int from) {
        return Arrays.stream(cells, Math.min(from, cells.length), cells.length).allMatch(EnteredText::isBlank);
    }

    private static String counted(int cells) {
        return cells == 1 ? "1 cell" : cells + " cells";
    }
}
