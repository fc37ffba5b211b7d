package dev.muster.domain.enrollment.row;

import dev.muster.domain.enrollment.cell.RowCells;
import dev.muster.domain.enrollment.csv.OddCells;

/**
 * One record of an import file.
 *
 * @param number counts records from 1, without the header line and blank lines; with the rows of a report that were
 *     skipped as enrolled, so that it is the number that the file's reader counts
 * @param line the line of the file on which the record begins, from 1
 * @param cells as entered; empty where the row ends early
 * @param cellsFound how many cells the record has
 * @param cellsExpected how many the header line has
 * @param oddCells how the cells differ from the header line, as {@link OddCells} says it; null if they do not, or if
 *     nothing is lost by it
 */
public record FileRow(int number, long line, RowCells cells, int cellsFound, int cellsExpected, String oddCells) {

    public boolean hasWrongCellCount() {
        return oddCells != null;
    }
}
