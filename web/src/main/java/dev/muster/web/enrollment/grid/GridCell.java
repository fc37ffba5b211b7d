package dev.muster.web.enrollment.grid;

import dev.muster.domain.device.DeviceType;
import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.row.CellFault;
import dev.muster.domain.enrollment.row.EnrollmentRow;
import dev.muster.domain.enrollment.row.Repair;
import dev.muster.domain.enrollment.row.RowRules;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One cell of the grid as the page shows it.
 *
 * @param row number of the row in the file, from 1
 * @param value as entered, hostile: pages escape it
 * @param fault what is wrong with it, {@code null} where nothing is
 * @param reason the same in a sentence
 * @param repairs what can mend it, the likeliest first
 */
public record GridCell(int row, Column column, String value, CellFault fault, String reason, List<Repair> repairs) {

    private static final List<String> TYPES =
            Arrays.stream(DeviceType.values()).map(Enum::name).toList();

    static GridCell of(EnrollmentRow row, Column column, RowRules rules) {
        String value = row.cells().get(column);
        CellFault fault = row.faults().get(column);
        return fault == null
                ? new GridCell(row.number(), column, value, null, null, List.of())
                : new GridCell(
                        row.number(),
                        column,
                        value,
                        fault,
                        rules.explain(column, row),
                        rules.repairs(column, fault, row.cells()));
    }

    public boolean isInvalid() {
        return fault != null;
    }

    /** Whether it is in doubt because its row had too few or too many cells, until somebody says that it is right. */
    public boolean isConfirmable() {
        return fault == CellFault.CELL_COUNT && !value.isEmpty();
    }

    /** Whether it is chosen from a list instead of typed. */
    public boolean isChoice() {
        return column == Column.DEVICE_TYPE;
    }

    /** The types, and before them what the file says where that is none of them by the letter. */
    public List<String> choices() {
        return TYPES.contains(value)
                ? TYPES
                : Stream.concat(Stream.of(value), TYPES.stream()).toList();
    }

    /** What a screen reader calls it. */
    public String label() {
        String title = column.title();
        return title.substring(0, 1).toUpperCase() + title.substring(1) + ", row " + row;
    }

    /** The element that says why it is invalid, {@code null} where it is not. */
    public String describedBy() {
        return isInvalid() ? reasonId() : null;
    }

    public String reasonId() {
        return "reason-" + row + "-" + column.header();
    }
}
