package dev.muster.domain.shared;

/**
 * A cell that a spreadsheet would take for a formula (CWE-1236), written with a leading apostrophe, which makes it
 * text. A cell that begins with apostrophes and then what a formula begins with gets one more, so that reading takes
 * off exactly what writing put on.
 */
public final class NeutralCell {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private NeutralCell() {}

    public static String written(String cell) {
        return isFormulaAfter(apostrophes(cell), cell) ? "'" + cell : cell;
    }

    /** Of any text the cell that {@link #written} made it of, or the text itself. */
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
