package dev.muster.web.enrollment.grid;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.web.shared.PageParameters;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What the page's script sends to change a cell or to delete a row.
 *
 * @param row its number in the file
 * @param version of the row that the user saw
 * @param column of the cell; null for the whole row
 * @param value the cell's new text; null for the whole row
 */
record RowChange(int row, int version, Column column, String value) {

    static RowChange fromRequest() {
        return new RowChange(
                GridParameters.number("row"),
                GridParameters.number("version"),
                GridParameters.column("column").orElse(null),
                PageParameters.text("value"));
    }

    OptionalInt expectedVersion() {
        return OptionalInt.of(version);
    }

    /** @throws dev.muster.domain.shared.ProblemException {@code validation-failed} if the script did not send a cell */
    Map<Column, String> cells() {
        if (column == null || value == null) {
            throw GridParameters.unreadable();
        }
        return Map.of(column, value);
    }
}
