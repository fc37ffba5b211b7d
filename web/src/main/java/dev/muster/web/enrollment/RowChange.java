package dev.muster.web.enrollment;

import dev.muster.domain.enrollment.Column;
import dev.muster.domain.shared.ProblemException;
import jakarta.faces.context.FacesContext;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What the page's script sends when a cell was changed or a row is to be deleted.
 *
 * @param row its number in the file
 * @param version of the row that the user saw
 * @param column which cell, {@code null} for the whole row
 * @param value the cell's new text, {@code null} for the whole row
 */
record RowChange(int row, int version, Column column, String value) implements Serializable {

    static RowChange fromRequest() {
        Map<String, String> sent =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        try {
            return new RowChange(
                    Integer.parseInt(sent.get("row")),
                    Integer.parseInt(sent.get("version")),
                    columnOf(sent.get("column")),
                    sent.get("value"));
        } catch (NumberFormatException e) {
            throw ProblemException.invalid("This change names no row; load the page again.");
        }
    }

    OptionalInt expectedVersion() {
        return OptionalInt.of(version);
    }

    /** Only what is a change of a cell. */
    Map<Column, String> cells() {
        if (column == null || value == null) {
            throw ProblemException.invalid("This change names no cell; load the page again.");
        }
        return Map.of(column, value);
    }

    private static Column columnOf(String header) {
        return Arrays.stream(Column.values())
                .filter(column -> column.header().equals(header))
                .findFirst()
                .orElse(null);
    }
}
