package dev.muster.domain.enrollment.file;

import dev.muster.domain.enrollment.cell.Column;
import java.util.List;
import java.util.Map;

/**
 * What the opening of a file says about its columns, before anybody has said which of them is which.
 *
 * @param line the line that was read as the header line, from 1
 * @param lines the first lines of the file that are not blank, one of which it is
 * @param names the cells of the header line as they stand, at least one; a name may be empty or occur twice
 * @param known the place, from 0, of each column that is known by Muster's own name
 * @param missing the required columns that are not known by their names, in the order of the template
 * @param firstRow the cells of the first row as they stand, for orientation; as many as the row has, and none where the
 *     opening does not hold all of it
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
     * @param text on one line, its beginning alone if it is long
     */
    public record Line(long number, String text) {}

    /** Bytes of a file that are enough to preview it. */
    public static final int OPENING_LENGTH = 65_536;

    /** Copies all of them. */
    public HeaderPreview {
        lines = List.copyOf(lines);
        names = List.copyOf(names);
        known = Map.copyOf(known);
        missing = List.copyOf(missing);
        firstRow = List.copyOf(firstRow);
    }
}
