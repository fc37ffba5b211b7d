package dev.muster.ejb.enrollment.row;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.shared.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of an import are asked for.
 *
 * @param contains text that one of the cells contains, ignoring case; null or blank for all rows
 * @param sortedBy a column; null for the order of the file
 */
public record RowQuery(
        PageRequest page,
        boolean invalidOnly,
        @Nullable String contains,
        @Nullable Column sortedBy,
        boolean descending) {

    public RowQuery {
        contains = contains == null || contains.isBlank() ? null : contains.strip();
    }

    /** Rows in the order of the file. */
    public static RowQuery inFileOrder(PageRequest page, boolean invalidOnly) {
        return new RowQuery(page, invalidOnly, null, null, false);
    }

    /** Whether the map of rows alone can answer it. */
    boolean isByNumber() {
        return contains == null && sortedBy == null && !descending;
    }
}
