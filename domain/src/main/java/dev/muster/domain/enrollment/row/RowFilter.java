package dev.muster.domain.enrollment.row;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of an import are looked for.
 *
 * @param invalidOnly only rows with an invalid cell
 * @param contains text that one of the cells contains, ignoring case; null or blank for all rows
 * @param fault only rows with a cell of this kind of fault; null for all rows
 */
public record RowFilter(
        boolean invalidOnly,
        @Nullable String contains,
        @Nullable FaultKind fault) implements Serializable {

    public static final RowFilter ALL = new RowFilter(false, null, null);

    public RowFilter {
        contains = contains == null || contains.isBlank() ? null : contains.strip();
    }

    /** The rows with this kind of fault. */
    public static RowFilter of(FaultKind fault) {
        return new RowFilter(false, null, fault);
    }
}
