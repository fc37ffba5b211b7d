package dev.muster.ejb.enrollment.row;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.row.RowFilter;
import dev.muster.domain.shared.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of an import are asked for.
 *
 * @param sortedBy a column; null for the order of the file
 */
public record RowQuery(
        PageRequest page, RowFilter filter, @Nullable Column sortedBy, boolean descending) {

    /** Rows in the order of the file. */
    public static RowQuery inFileOrder(PageRequest page, boolean invalidOnly) {
        return new RowQuery(page, new RowFilter(invalidOnly, null, null), null, false);
    }

    /** Whether the map of rows alone can answer it. */
    boolean isByNumber() {
        return isCounted() && sortedBy == null && !descending;
    }

    /** Whether the map of rows has counted what the filter finds. */
    boolean isCounted() {
        return filter.contains() == null && filter.fault() == null;
    }
}
