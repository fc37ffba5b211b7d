package dev.muster.domain.enrollment.file;

import dev.muster.domain.enrollment.cell.Column;
import java.util.List;
import java.util.Map;

/**
 * What the opening of a file says about its columns, before a person has said which is which.
 *
 * @param line the line that was read as the header line, from 1
 * @param lines the first lines of the file that are not blank; the header line is one of them
 * @param names the cells of the header line as they are, at least one; a name may be empty or occur twice
 * @param known the place, from 0, of each column that is known by Muster's own name
 * @param missing the required columns that are not known by their names, in the order of the template
 * @param firstRow the cells of the first row as they are, as an example; empty if the opening does not hold the whole
 *     row
 */
public record HeaderPreview(
        long line,
        List<Line> lines,
        List<String> names,
        Map<Column, Integer> known,
        List<Column> missing,
        List<String> firstRow) {
    /**
     * A line that may be the header line.
     *
     * @param number from 1
     * @param text on one line; only its beginning if it is long
     */
    public record Line(long number, String text) {}

    /** Bytes of a file that are enough to preview it. */
    public static final int OPENING_LENGTH = 65_536;

    /** Copies the collections. */
    public HeaderPreview {
        lines = List.copyOf(lines);
        names = List.copyOf(names);
        known = Map.copyOf(known);
        missing = List.copyOf(missing);
        firstRow = List.copyOf(firstRow);
    }
}
