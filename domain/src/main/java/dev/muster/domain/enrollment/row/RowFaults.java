package dev.muster.domain.enrollment.row;

import dev.muster.domain.enrollment.cell.Column;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong in one row: at most one fault a cell, null if the cell is valid. */
public record RowFaults(
        @Nullable CellFault uniqueIdentifier,
        @Nullable CellFault deviceName,
        @Nullable CellFault deviceType,
        @Nullable CellFault parentGateway) {
    public static final RowFaults NONE = new RowFaults(null, null, null, null);

    /** The fault of one cell; null if the cell is valid. */
    public @Nullable CellFault get(Column column) {
        return switch (column) {
            case UNIQUE_IDENTIFIER -> uniqueIdentifier;
            case DEVICE_NAME -> deviceName;
            case DEVICE_TYPE -> deviceType;
            case PARENT_GATEWAY -> parentGateway;
        };
    }

    /** How many cells are faulty, 0 to 4. */
    public int count() {
        int faulty = 0;
        for (Column column : Column.values()) {
            faulty += get(column) == null ? 0 : 1;
        }
        return faulty;
    }

    /** The faults with their columns, in the order of the columns. */
    public List<FaultKind> kinds() {
        List<FaultKind> kinds = new ArrayList<>();
        for (Column column : Column.values()) {
            CellFault fault = get(column);
            if (fault != null) {
                kinds.add(new FaultKind(column, fault));
            }
        }
        return kinds;
    }
}
