package dev.muster.ejb.enrollment.draft;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.DraftChange;
import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.cell.RowCells;
import dev.muster.domain.enrollment.row.EnrollmentRow;
import dev.muster.domain.enrollment.row.RowRules;
import dev.muster.ejb.enrollment.row.RowWriter;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The rows of a draft as they were before its last change. Only the last change can be undone. */
@ApplicationScoped
public class UndoRepository {

    private static final String COLUMNS_BUT_VERSION = RowWriter.COLUMNS.replace(" version,", "");

    /** A change adds 1 to a row's version. A row that is put back is newer than both. */
    private static final String RESTORE = "insert into enrollment_row (" + COLUMNS_BUT_VERSION + ", version) select "
            + COLUMNS_BUT_VERSION + ", version + 2 from enrollment_row_before where batch_id = :batch";

    /** Row by row by the key: for "in (select …)" H2 would read all kept rows again for each row. */
    private static final String REMOVE_KEPT = """
            delete from enrollment_row where batch_id = :batch and exists (select 1 from enrollment_row_before b
              where b.batch_id = enrollment_row.batch_id and b.row_no = enrollment_row.row_no)""";

    private static final String KEPT = """
            select row_no, line, version, unique_identifier, device_name, device_type, parent_gateway
            from enrollment_row_before where batch_id = :batch and row_no > :after order by row_no""";

    @Inject
    private Store store;

    /** Keeps some rows as they are. */
    public void keep(DeviceImport draft, Collection<Integer> rows) {
        keep(draft, " and row_no in (:rows)", Map.of("rows", rows));
    }

    /** How many rows a change would change. */
    public int affected(DeviceImport draft, DraftChange change) {
        Query count = query("select count(*) from " + affectedRows(change), draft.id());
        parameters(change).forEach(count::setParameter);
        return ((Number) count.getSingleResult()).intValue();
    }

    /**
     * Keeps the rows that a change is going to change. An undo keeps no rows: those that it puts back are kept already.
     */
    public void keep(DeviceImport draft, DraftChange change) {
        if (!(change instanceof DraftChange.TakeBack)) {
            keep(draft, condition(change), parameters(change));
        }
    }

    private static String affectedRows(DraftChange change) {
        return change instanceof DraftChange.TakeBack
                ? "enrollment_row_before where batch_id = :batch"
                : "enrollment_row where batch_id = :batch" + condition(change);
    }

    /** Only a person can repair a row with too few or too many cells. */
    private static String condition(DraftChange change) {
        return change instanceof DraftChange.RepairAll repair
                ? " and " + faultColumn(repair.column())
                        + " = :fault and (identifier_fault is null or identifier_fault <> 'CELL_COUNT')"
                : " and invalid_cells > 0";
    }

    private static String faultColumn(Column column) {
        return switch (column) {
            case UNIQUE_IDENTIFIER -> "identifier_fault";
            case DEVICE_NAME -> "name_fault";
            case DEVICE_TYPE -> "type_fault";
            case PARENT_GATEWAY -> "parent_fault";
        };
    }

    private static Map<String, ?> parameters(DraftChange change) {
        return change instanceof DraftChange.RepairAll repair
                ? Map.of("fault", repair.fault().name())
                : Map.of();
    }

    private void keep(DeviceImport draft, String condition, Map<String, ?> parameters) {
        store.entityManager().flush();
        forget(draft);
        Query keep = query(
                "insert into enrollment_row_before (" + RowWriter.COLUMNS + ") select " + RowWriter.COLUMNS
                        + " from enrollment_row where batch_id = :batch" + condition,
                draft.id());
        parameters.forEach(keep::setParameter);
        keep.executeUpdate();
    }

    /** The numbers of the kept rows. */
    public List<Integer> kept(DeviceImport draft) {
        List<?> rows = query(
                        "select row_no from enrollment_row_before where batch_id = :batch order by row_no", draft.id())
                .getResultList();
        return rows.stream().map(row -> ((Number) row).intValue()).toList();
    }

    /** The next kept rows after a row number, checked by these rules. */
    List<EnrollmentRow> keptAfter(DeviceImport draft, int number, int atMost, RowRules rules) {
        List<?> rows = query(KEPT, draft.id())
                .setParameter("after", number)
                .setMaxResults(atMost)
                .getResultList();
        return rows.stream().map(row -> row((Object[]) row, draft, rules)).toList();
    }

    private static EnrollmentRow row(Object[] row, DeviceImport draft, RowRules rules) {
        RowCells cells = new RowCells((String) row[3], (String) row[4], (String) row[5], (String) row[6]);
        return EnrollmentRow.kept(
                draft.id(),
                ((Number) row[0]).intValue(),
                ((Number) row[1]).longValue(),
                ((Number) row[2]).intValue(),
                cells,
                rules);
    }

    /** Removes the kept rows from the draft. */
    public int removeKept(DeviceImport draft) {
        return query(REMOVE_KEPT, draft.id()).executeUpdate();
    }

    /** Puts the kept rows back as they were. */
    public void restore(DeviceImport draft) {
        removeKept(draft);
        query(RESTORE, draft.id()).executeUpdate();
        forget(draft);
    }

    private void forget(DeviceImport draft) {
        query("delete from enrollment_row_before where batch_id = :batch", draft.id())
                .executeUpdate();
    }

    private Query query(String sql, UUID importId) {
        return store.entityManager().createNativeQuery(sql).setParameter("batch", importId);
    }
}
