package dev.muster.web.enrollment.grid;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.row.FaultKind;
import dev.muster.domain.enrollment.row.RowFilter;
import dev.muster.domain.shared.PageRequest;
import dev.muster.ejb.enrollment.row.RowQuery;
import java.io.Serializable;

/** Which rows of an import the grid shows, and in which order. At first it shows all rows in the order of the file. */
public class GridSearch implements Serializable {

    private boolean invalidOnly;

    private String contains = "";

    private FaultKind fault;

    private Column sortedBy;

    private boolean descending;

    RowQuery query(PageRequest page) {
        return new RowQuery(page, filter(), sortedBy, descending);
    }

    /** Which rows are shown, in whatever order. */
    RowFilter filter() {
        return new RowFilter(invalidOnly, contains, fault);
    }

    /** Shows only the rows with a kind of fault. The second call shows all rows again. */
    void showOnly(FaultKind kind) {
        fault = kind.equals(fault) ? null : kind;
    }

    /** Whether only the rows with this kind of fault are shown. */
    public boolean isShowing(FaultKind kind) {
        return kind.equals(fault);
    }

    /**
     * Sorts by a column. The second call reverses the order, the third call ends the sorting.
     *
     * @param column null for the number of the row
     */
    void sortBy(Column column) {
        if (column != sortedBy) {
            sortedBy = column;
            descending = false;
        } else if (descending) {
            clearOrder();
        } else {
            descending = true;
        }
    }

    /** Shows all rows in the order of the file again. */
    void clear() {
        clearOrder();
        invalidOnly = false;
        contains = "";
        fault = null;
    }

    private void clearOrder() {
        sortedBy = null;
        descending = false;
    }

    /**
     * How the table is sorted by a column, as a value of aria-sort (WAI-ARIA).
     *
     * @param header of the column; {@code row} for the number of the row
     */
    public String order(String header) {
        String ordered = sortedBy == null ? "row" : sortedBy.header();
        if (!ordered.equals(header)) {
            return "none";
        }
        return descending ? "descending" : "ascending";
    }

    public boolean isInFileOrder() {
        return sortedBy == null && !descending;
    }

    public boolean isSearching() {
        return !contains.isBlank();
    }

    /** Whether the grid shows all rows in the order of the file. */
    public boolean isPlain() {
        return isInFileOrder() && !isNarrow();
    }

    /** Whether some rows are not shown. */
    public boolean isNarrow() {
        return invalidOnly || fault != null || isSearching();
    }

    /** The only kind of fault whose rows are shown; null if all are. */
    public FaultKind getFault() {
        return fault;
    }

    public boolean isInvalidOnly() {
        return invalidOnly;
    }

    public void setInvalidOnly(boolean invalidOnly) {
        this.invalidOnly = invalidOnly;
    }

    public String getContains() {
        return contains;
    }

    public void setContains(String contains) {
        this.contains = contains == null ? "" : contains;
    }
}
