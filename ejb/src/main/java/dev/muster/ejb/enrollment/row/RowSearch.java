package dev.muster.ejb.enrollment.row;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.shared.EnteredText;
import java.util.Map;

/** A search in the rows of an import, as the parts of a query. */
final class RowSearch {

    private RowSearch() {}

    static String where(RowQuery query, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder("from EnrollmentRow e where e.batchId = :batch");
        if (query.invalidOnly()) {
            where.append(" and e.invalidCells > 0");
        }
        if (query.contains() != null) {
            where.append("""
                     and (upper(e.uniqueIdentifier) like :text escape '!' or upper(e.deviceName) like :text escape '!'
                    or upper(e.deviceType) like :text escape '!' or upper(e.parentGateway) like :text escape '!')""");
            parameters.put("text", "%" + escaped(EnteredText.folded(query.contains())) + "%");
        }
        return where.toString();
    }

    /** By the form that is compared, for which there is an index; cells that have none are at one end. */
    static String order(RowQuery query) {
        String direction = query.descending() ? " desc" : " asc";
        String number = "e.number" + direction;
        return query.sortedBy() == null
                ? number
                : "e." + property(query.sortedBy()) + direction
                        + (query.descending() ? " nulls first, " : " nulls last, ") + number;
    }

    private static String property(Column column) {
        return switch (column) {
            case UNIQUE_IDENTIFIER -> "normalizedIdentifier";
            case DEVICE_NAME -> "normalizedName";
            case DEVICE_TYPE -> "parsedType";
            case PARENT_GATEWAY -> "normalizedParent";
        };
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
