package dev.muster.web.enrollment.grid;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.row.EnrollmentRow;
import dev.muster.domain.enrollment.row.RowRules;

/**
 * One row of the grid as the page shows it.
 *
 * @param number in the file, from 1
 * @param version sent back with each change, so that the server notices a change made elsewhere
 */
public record GridRow(int number, int version, GridCell identifier, GridCell name, GridCell type, GridCell parent) {

    static GridRow of(EnrollmentRow row, RowRules rules) {
        return new GridRow(
                row.number(),
                row.version(),
                GridCell.of(row, Column.UNIQUE_IDENTIFIER, rules),
                GridCell.of(row, Column.DEVICE_NAME, rules),
                GridCell.of(row, Column.DEVICE_TYPE, rules),
                GridCell.of(row, Column.PARENT_GATEWAY, rules));
    }
}
