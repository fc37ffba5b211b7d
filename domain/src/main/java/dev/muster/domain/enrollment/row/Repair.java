package dev.muster.domain.enrollment.row;

import java.util.Objects;

/**
 * One way to mend one faulty cell. Only offered; a person chooses it.
 *
 * @param kind what is done, never null
 * @param value what the cell holds then, never null; empty where it is cleared
 */
public record Repair(RepairKind kind, String value) {
    public Repair {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(value);
    }

    /** What a button says that does this to this cell alone. */
    public String label() {
        return kind == RepairKind.MEANT_TYPE ? "Write as " + value : kind.label();
    }
}
