package dev.muster.rest.enrollment;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.shared.ProblemException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The query parameter {@code map}, once for each column that has another name in the file:
 * {@code theirHeader:ourColumn}.
 */
final class MapParameter {

    private MapParameter() {}

    /**
     * @throws ProblemException {@code validation-failed} if a value does not have that form or contradicts another
     *     value
     */
    static Map<String, Column> parse(List<String> entries) {
        Map<String, Column> mapping = new HashMap<>();
        for (String entry : entries) {
            int colon = entry.lastIndexOf(':');
            if (colon < 1) {
                throw wrong();
            }
            Column column = column(entry.substring(colon + 1));
            if (mapping.containsValue(column) || mapping.put(entry.substring(0, colon), column) != null) {
                throw ProblemException.invalid("The query parameter map names a column or a header twice.");
            }
        }
        return mapping;
    }

    private static Column column(String name) {
        return Column.ofHeader(name).orElseThrow(MapParameter::wrong);
    }

    private static ProblemException wrong() {
        String columns = Arrays.stream(Column.values()).map(Column::header).collect(Collectors.joining(", "));
        return ProblemException.invalid(
                "The query parameter map must be theirHeader:ourColumn, where ourColumn is one of " + columns + ".");
    }
}
