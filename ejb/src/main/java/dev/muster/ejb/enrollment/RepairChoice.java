package dev.muster.ejb.enrollment;

import dev.muster.domain.enrollment.CellFault;
import dev.muster.domain.enrollment.Column;
import dev.muster.domain.enrollment.RepairKind;
import java.util.Objects;

/** Which faulty cells are to be mended, and how. */
public record RepairChoice(Column column, CellFault fault, RepairKind kind) {

    public RepairChoice {
        Objects.requireNonNull(column);
        Objects.requireNonNull(fault);
        Objects.requireNonNull(kind);
    }
}
