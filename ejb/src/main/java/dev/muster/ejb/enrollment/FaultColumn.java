package dev.muster.ejb.enrollment;

import dev.muster.domain.enrollment.Column;

/** Where the table of rows has the fault of a cell. */
final class FaultColumn {

    private FaultColumn() {}

    static String of(Column column) {
        return switch (column) {
            case UNIQUE_IDENTIFIER -> "identifier_fault";
            case DEVICE_NAME -> "name_fault";
            case DEVICE_TYPE -> "type_fault";
            case PARENT_GATEWAY -> "parent_fault";
        };
    }
}
