package dev.muster.rest.enrollment.row;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.shared.ProblemException;
import dev.muster.rest.shared.JsonBody;
import java.io.InputStream;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** The cells that a request changes; {@code null} empties a cell (RFC 7396). */
final class RowChanges {

    private static final String[] MEMBERS =
            Arrays.stream(Column.values()).map(Column::header).toArray(String[]::new);

    private RowChanges() {}

    /**
     * @throws ProblemException {@code validation-failed} if the request changes no cell, or something that is not a
     *     cell
     */
    static Map<Column, String> read(InputStream body) {
        JsonBody members = JsonBody.read(body, MEMBERS);
        Map<Column, String> changes = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            if (members.has(column.header())) {
                changes.put(column, members.text(column.header(), ""));
            }
        }
        if (changes.isEmpty()) {
            throw ProblemException.invalid("No cell is named; the cells are " + String.join(", ", MEMBERS) + ".");
        }
        return changes;
    }
}
