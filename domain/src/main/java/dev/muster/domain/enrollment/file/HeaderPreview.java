package dev.muster.domain.enrollment.file;

import dev.muster.domain.enrollment.cell.Column;
import java.util.List;
import java.util.Map;

/**
 * What the opening of a file says about its columns and its rows, before a person has said which column is which.
 *
 * @param line the line that was read as the header line, from 1
 * @param lines the first lines of the file that are not blank; the header line is one of them
 * @param names the cells of the header line as they are, at least one; a name may be empty or occur twice
 * @param known the place, from 0, of each column that is known by Muster's own name
 * @param missing the required columns that are not known by their names, in the order of the template
 * @param guessed the most likely place of each other column; not of a column that nothing speaks for
 * @param rows the first rows that are whole, at most {@value #MOST_ROWS}
 * @param complete whether these are all rows of the file
 */
public record HeaderPreview(
        long line,
        List<Line> lines,
        List<String> names,
        Map<Column, Integer> known,
        List<Column> missing,
        Map<Column, Integer> guessed,
        List<Row> rows,
        boolean complete) {
    /**
     * A line that may be the header line.
     *
     * @param number from 1
     * @param text on one line; only its beginning if it is long
     */
    public record Line(long number, String text) {}

    /**
     * A row as it will be read.
     *
     * @param line of the file on which it begins, from 1
     * @param cells of all columns of the file, without the blanks around them; a row may have fewer or more cells than
     *     the header line
     */
    public record Row(long line, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** Bytes of a file that are enough to preview it. */
    public static final int OPENING_LENGTH = 262_144;

    /** More rows help nobody. */
    public static final int MOST_ROWS = 100;

    /** Copies the collections. */
    public HeaderPreview {
        lines = List.copyOf(lines);
        names = List.copyOf(names);
        known = Map.copyOf(known);
        missing = List.copyOf(missing);
        guessed = Map.copyOf(guessed);
        rows = List.copyOf(rows);
    }
}
