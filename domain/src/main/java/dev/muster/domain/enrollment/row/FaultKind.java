package dev.muster.domain.enrollment.row;

import dev.muster.domain.enrollment.cell.Column;
import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/** A kind of faults: the same fault in the same column. Sorted by column, then by fault. */
public record FaultKind(Column column, CellFault fault) implements Comparable<FaultKind>, Serializable {

    public FaultKind {
        Objects.requireNonNull(column);
        Objects.requireNonNull(fault);
    }

    /** The kind that {@link #text()} names; empty if there is no such kind. */
    public static Optional<FaultKind> parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : Column.ofHeader(text.substring(0, colon))
                        .flatMap(column ->
                                CellFault.ofCode(text.substring(colon + 1)).map(fault -> new FaultKind(column, fault)));
    }

    /** The column's header, a colon and the fault's code, such as {@code deviceType:unknown-type}. */
    public String text() {
        return column.header() + ":" + fault.code();
    }

    /** What is wrong in these cells, as a sentence without its full stop. */
    public String title() {
        String detail = fault.detail(column);
        int end = detail.indexOf(". ");
        return end < 0 ? detail : detail.substring(0, end);
    }

    /** Whether these cells are duplicates of each other. */
    public boolean isDuplicate() {
        return fault == CellFault.DUPLICATE_IN_FILE || fault == CellFault.NAME_DUPLICATE_IN_FILE;
    }

    @Override
    public int compareTo(FaultKind other) {
        return Comparator.comparing(FaultKind::column)
                .thenComparing(FaultKind::fault)
                .compare(this, other);
    }
}
