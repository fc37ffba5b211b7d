package dev.muster.domain.shared;

/**
 * Writes a cell that a spreadsheet would take for a formula (CWE-1236) with a leading apostrophe, which makes it a
 * text. A cell with apostrophes before the beginning of a formula gets one more apostrophe, so that reading removes
 * exactly what writing has added.
 */
public final class NeutralCell {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private NeutralCell() {}

    public static String written(String cell) {
        return isFormulaAfter(apostrophes(cell), cell) ? "'" + cell : cell;
    }

    /** The cell that {@link #written} has made the text from, or the text itself. */
    public static String read(String text) {
        int apostrophes = apostrophes(text);
        return apostrophes > 0 && isFormulaAfter(apostrophes, text) ? text.substring(1) : text;
    }

    private static int apostrophes(String text) {
        int count = 0;
        while (count < text.length() && text.charAt(count) == '\'') {
            count++;
        }
        return count;
    }

    private static boolean isFormulaAfter(int apostrophes, String text) {
        return apostrophes < text.length() && FORMULA_STARTS.indexOf(text.charAt(apostrophes)) >= 0;
    }
}
