package dev.muster.web.enrollment.upload;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.shared.ProblemException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Which of a file's headers is which column, as the form's script sends it: the parameter {@code map}, once for each
 * column that the file calls otherwise, {@code theirHeader:ourColumn}. A header may have colons in it, a column has none.
 */
final class HeaderMapping {

    private HeaderMapping() {}

    /**
     * @param entries {@code null} counts as none
     * @throws ProblemException {@code validation-failed} where one is not of that form or contradicts another
     */
    static Map<String, Column> parse(String[] entries) {
        Map<String, Column> mapping = new HashMap<>();
        for (String entry : entries == null ? new String[0] : entries) {
            int colon = entry.lastIndexOf(':');
            Column column = column(entry.substring(colon + 1));
            String header = entry.substring(0, Math.max(0, colon));
            if (header.isBlank() || mapping.containsValue(column) || mapping.put(header, column) != null) {
                throw wrong();
            }
        }
        return mapping;
    }

    private static Column column(String name) {
        return Arrays.stream(Column.values())
                .filter(column -> column.header().equals(name))
                .findFirst()
                .orElseThrow(HeaderMapping::wrong);
    }

    private static ProblemException wrong() {
        return ProblemException.invalid("Each column of the file can be used only once. Choose the columns again.");
    }
}
