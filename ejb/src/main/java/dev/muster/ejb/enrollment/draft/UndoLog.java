package dev.muster.ejb.enrollment.draft;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.DraftChange;
import dev.muster.ejb.enrollment.row.FaultColumn;
import dev.muster.ejb.enrollment.row.RowWriter;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The rows of a draft as they were before its last change: one change can be taken back. */
@ApplicationScoped
public class UndoLog {

    private static final String COLUMNS_BUT_VERSION = RowWriter.COLUMNS.replace(" version,", "");

    /** A change counts a row's version up by one; what is put back is newer than both. */
    private static final String RESTORE = "insert into enrollment_row (" + COLUMNS_BUT_VERSION + ", version) select "
            + COLUMNS_BUT_VERSION + ", version + 2 from enrollment_row_before where batch_id = :batch";

    /** Row by row by the key: H2 would read all that is kept again for each row of "in (select …)". */
    private static final String REMOVE_CHANGED = """
            delete from enrollment_row where batch_id = :batch and exists (select 1 from enrollment_row_before b
              where b.batch_id = enrollment_row.batch_id and b.row_no = enrollment_row.row_no)""";

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

    /** Keeps the rows that a change is going to change; those that it puts back are kept already. */
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

    /** A row with too few or too many cells needs a person. */
    private static String condition(DraftChange change) {
        return change instanceof DraftChange.MendAll mending
                ? " and " + FaultColumn.of(mending.column())
                        + " = :fault and (identifier_fault is null or identifier_fault <> 'CELL_COUNT')"
                : " and invalid_cells > 0";
    }

    private static Map<String, ?> parameters(DraftChange change) {
        return change instanceof DraftChange.MendAll mending
                ? Map.of("fault", mending.fault().name())
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

    /** The numbers of the rows that are kept. */
    public List<Integer> kept(DeviceImport draft) {
        List<?> rows = query(
                        "select row_no from enrollment_row_before where batch_id = :batch order by row_no", draft.id())
                .getResultList();
        return rows.stream().map(row -> ((Number) row).intValue()).toList();
    }

    /** Removes from the draft the rows that are kept. */
    public int removeKept(DeviceImport draft) {
        return query(REMOVE_CHANGED, draft.id()).executeUpdate();
    }

    /** Puts the rows back as they were. */
    public void restore(DeviceImport draft) {
        removeKept(draft);
        query(RESTORE, draft.id()).executeUpdate();
        forget(draft);
    }

    private void forget(DeviceImport draft) {
        query("delete from enrollment_row_before where batch_id = :batch", draft.id())
                .executeUpdate();
    }

    private Query query(String sql, UUID batchId) {
        return store.entityManager().createNativeQuery(sql).setParameter("batch", batchId);
    }
}
