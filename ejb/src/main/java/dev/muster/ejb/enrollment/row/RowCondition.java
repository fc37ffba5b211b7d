package dev.muster.ejb.enrollment.row;

import dev.muster.domain.enrollment.ChosenRows;
import dev.muster.domain.enrollment.DraftChange;
import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.row.FaultKind;
import dev.muster.domain.enrollment.row.RowFilter;
import dev.muster.domain.shared.EnteredText;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * A condition of SQL for some rows of the table {@code enrollment_row}.
 *
 * @param sql begins with {@code and}, or is empty for all rows
 */
public record RowCondition(String sql, Map<String, Object> parameters) {

    /** A user has to look at each row with too few or too many cells. */
    static final String HAS_ALL_CELLS = " and (identifier_fault is null or identifier_fault <> 'CELL_COUNT')";

    private static final String CONTAINS = """
             and (upper(unique_identifier) like :text escape '!' or upper(device_name) like :text escape '!'
            or upper(device_type) like :text escape '!' or upper(parent_gateway) like :text escape '!')""";

    /** By the index, row by row: another row of the group has fewer faults, or as few and comes first. */
    private static final String IS_NOT_FIRST = """
             and %2$s = :fault and exists (select 1 from enrollment_row o where o.batch_id = enrollment_row.batch_id
            and o.%1$s = enrollment_row.%1$s and o.%2$s = :fault and (o.invalid_cells < enrollment_row.invalid_cells
            or o.invalid_cells = enrollment_row.invalid_cells and o.row_no < enrollment_row.row_no))""";

    /** The rows that a filter finds. */
    public static RowCondition of(RowFilter filter) {
        StringBuilder sql = new StringBuilder();
        Map<String, Object> parameters = new HashMap<>();
        FaultKind fault = filter.fault();
        if (filter.invalidOnly()) {
            sql.append(" and invalid_cells > 0");
        }
        if (filter.contains() != null) {
            sql.append(CONTAINS);
            parameters.put("text", "%" + escaped(EnteredText.folded(filter.contains())) + "%");
        }
        if (fault != null) {
            sql.append(" and ").append(faultColumn(fault.column())).append(" = :fault");
            parameters.put("fault", fault.fault().name());
        }
        return new RowCondition(sql.toString(), parameters);
    }

    /** The rows with a fault that can be repaired without a look at each row. */
    static RowCondition repairable(FaultKind fault) {
        RowCondition all = of(RowFilter.of(fault));
        return new RowCondition(all.sql + HAS_ALL_CELLS, all.parameters);
    }

    /** The rows with these numbers. */
    public static RowCondition of(Collection<Integer> numbers) {
        return new RowCondition(" and row_no in (:rows)", Map.of("rows", numbers));
    }

    /** The chosen rows. */
    public static RowCondition of(ChosenRows rows) {
        return switch (rows) {
            case ChosenRows.Numbered(var numbers) -> of(numbers);
            case ChosenRows.Found(var filter) -> of(filter);
        };
    }

    /** The rows that a change may change, except an undo. */
    public static RowCondition of(DraftChange change) {
        return switch (change) {
            case DraftChange.RepairAll repair -> repairable(new FaultKind(repair.column(), repair.fault()));
            case DraftChange.Put put -> of(put.rows());
            case DraftChange.Replace replace -> containing(replace);
            case DraftChange.Delete deletion -> of(deletion.rows());
            case DraftChange.KeepFirst first -> notFirst(first.column());
            case DraftChange.DeleteInvalid deletion -> of(new RowFilter(true, null, null));
            case DraftChange.TakeBack undo -> throw new IllegalArgumentException("the rows of an undo are kept");
        };
    }

    private static RowCondition containing(DraftChange.Replace replace) {
        RowCondition chosen = of(replace.rows());
        Map<String, Object> parameters = new HashMap<>(chosen.parameters);
        parameters.put("part", "%" + escaped(replace.part()) + "%");
        return new RowCondition(
                chosen.sql + " and " + cellColumn(replace.column()) + " like :part escape '!'", parameters);
    }

    private static RowCondition notFirst(Column column) {
        boolean isName = column == Column.DEVICE_NAME;
        return new RowCondition(
                IS_NOT_FIRST.formatted(isName ? "normalized_name" : "normalized_identifier", faultColumn(column)),
                Map.of("fault", isName ? "NAME_DUPLICATE_IN_FILE" : "DUPLICATE_IN_FILE"));
    }

    /** Sets the parameters of a query with this condition. */
    public <Q extends Query> Q set(Q query) {
        parameters.forEach(query::setParameter);
        return query;
    }

    private static String faultColumn(Column column) {
        return switch (column) {
            case UNIQUE_IDENTIFIER -> "identifier_fault";
            case DEVICE_NAME -> "name_fault";
            case DEVICE_TYPE -> "type_fault";
            case PARENT_GATEWAY -> "parent_fault";
        };
    }

    private static String cellColumn(Column column) {
        return switch (column) {
            case UNIQUE_IDENTIFIER -> "unique_identifier";
            case DEVICE_NAME -> "device_name";
            case DEVICE_TYPE -> "device_type";
            case PARENT_GATEWAY -> "parent_gateway";
        };
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
