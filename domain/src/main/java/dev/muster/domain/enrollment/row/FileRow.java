package dev.muster.domain.enrollment.row;

import dev.muster.domain.enrollment.cell.RowCells;
import dev.muster.domain.enrollment.csv.OddCells;
import org.jspecify.annotations.Nullable;

/**
 * One record of an import file.
 *
 * @param number the number of the record, from 1; the header line and blank lines do not count, rows of a report that
 *     were skipped as enrolled do
 * @param line the line of the file on which the record begins, from 1
 * @param cells as entered; empty if the row ends before the cell
 * @param oddCells how the number of cells differs from the header line, as {@link OddCells} says it; null if it does
 *     not differ, or if nothing is lost by it
 */
public record FileRow(
        int number, long line, RowCells cells, @Nullable String oddCells) {}
