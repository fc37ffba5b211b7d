package dev.muster.domain.enrollment.row;

import java.util.Objects;

/**
 * One way to repair one faulty cell. It is only offered; a person chooses it.
 *
 * @param kind what the repair does
 * @param value what the cell holds then; empty if the repair clears it
 */
public record Repair(RepairKind kind, String value) {
    public Repair {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(value);
    }

    /** The label of the button that does this to this cell only. */
    public String label() {
        return kind == RepairKind.MEANT_TYPE ? "Write as " + value : kind.label();
    }
}
