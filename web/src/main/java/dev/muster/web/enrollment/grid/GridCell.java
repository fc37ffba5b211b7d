package dev.muster.web.enrollment.grid;

import dev.muster.domain.device.DeviceType;
import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.row.CellFault;
import dev.muster.domain.enrollment.row.EnrollmentRow;
import dev.muster.domain.enrollment.row.FaultKind;
import dev.muster.domain.enrollment.row.Repair;
import dev.muster.domain.enrollment.row.RowRules;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One cell of the grid as the page shows it.
 *
 * @param row number of the row in the file, from 1
 * @param value as entered. It can contain anything, so pages escape it
 * @param fault null if the cell is valid
 * @param reason the fault in a sentence, null if the cell is valid
 * @param repairs of the fault, the most likely first
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

    /** The kind of its fault; null if the cell is valid. */
    public FaultKind kind() {
        return fault == null ? null : new FaultKind(column, fault);
    }

    /**
     * Whether the user can confirm the value: its row had too few or too many cells, so it may stand in the wrong
     * column.
     */
    public boolean isConfirmable() {
        return fault == CellFault.CELL_COUNT && !value.isEmpty();
    }

    /** Whether the value is chosen from a list instead of typed. */
    public boolean isChoice() {
        return column == Column.DEVICE_TYPE;
    }

    /** The device types. If the text of the file is not exactly one of them, it comes first. */
    public List<String> choices() {
        return TYPES.contains(value)
                ? TYPES
                : Stream.concat(Stream.of(value), TYPES.stream()).toList();
    }

    /** The id of the element that says why the cell is invalid; null if it is valid. */
    public String describedBy() {
        return isInvalid() ? reasonId() : null;
    }

    public String reasonId() {
        return "reason-" + row + "-" + column.header();
    }
}
