package dev.muster.web.enrollment;

import dev.muster.domain.enrollment.CellFault;
import dev.muster.domain.enrollment.Column;
import dev.muster.domain.enrollment.EnrollmentRow;
import dev.muster.domain.enrollment.RowRules;

/**
 * One row of the grid as the page shows it.
 *
 * @param number in the file, from 1
 * @param version sent back with each change, so that a change made elsewhere meanwhile is noticed
 */
public record GridRow(int number, int version, GridCell identifier, GridCell name, GridCell type, GridCell parent) {

    static GridRow of(EnrollmentRow row, RowRules rules) {
        return new GridRow(
                row.number(),
                row.version(),
                cell(row, rules, Column.UNIQUE_IDENTIFIER),
                cell(row, rules, Column.DEVICE_NAME),
                cell(row, rules, Column.DEVICE_TYPE),
                cell(row, rules, Column.PARENT_GATEWAY));
    }

    private static GridCell cell(EnrollmentRow row, RowRules rules, Column column) {
        CellFault fault = row.faults().get(column);
        String reason = fault == null ? null : rules.explain(column, fault, row.cells());
        return new GridCell(row.number(), column, row.cells().get(column), reason);
    }
}
