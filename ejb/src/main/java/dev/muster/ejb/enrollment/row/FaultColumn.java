package dev.muster.ejb.enrollment.row;

import dev.muster.domain.enrollment.cell.Column;

/** Where the table of rows has the fault of a cell. */
public final class FaultColumn {

    private FaultColumn() {}

    public static String of(Column column) {
        return switch (column) {
            case UNIQUE_IDENTIFIER -> "identifier_fault";
            case DEVICE_NAME -> "name_fault";
            case DEVICE_TYPE -> "type_fault";
            case PARENT_GATEWAY -> "parent_fault";
        };
    }
}
