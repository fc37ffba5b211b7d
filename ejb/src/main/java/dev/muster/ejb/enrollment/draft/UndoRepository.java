package dev.muster.ejb.enrollment.draft;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.DraftChange;
import dev.muster.domain.enrollment.cell.RowCells;
import dev.muster.domain.enrollment.row.EnrollmentRow;
import dev.muster.domain.enrollment.row.FileRow;
import dev.muster.domain.enrollment.row.RowRules;
import dev.muster.ejb.enrollment.row.RowCondition;
import dev.muster.ejb.enrollment.row.RowRepository;
import dev.muster.ejb.enrollment.row.RowWriter;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
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
            select row_no, line, version, unique_identifier, device_name, device_type, parent_gateway, odd_cells
            from enrollment_row_before where batch_id = :batch and row_no > :after order by row_no""";

    @Inject
    private RowRepository rows;

    @Inject
    private Store store;

    /** Keeps some rows as they are. */
    public void keep(DeviceImport draft, Collection<Integer> numbers) {
        keep(draft, RowCondition.of(numbers));
    }

    /** How many rows a change may change: a repair or a new text may leave some as they are. */
    public int affected(DeviceImport draft, DraftChange change) {
        if (change instanceof DraftChange.TakeBack) {
            Query kept = query("select count(*) from enrollment_row_before where batch_id = :batch", draft.id());
            return ((Number) kept.getSingleResult()).intValue();
        }
        return rows.count(draft.id(), RowCondition.of(change));
    }

    /**
     * Keeps the rows that a change is going to change. An undo keeps no rows: those that it puts back are kept already.
     */
    public void keep(DeviceImport draft, DraftChange change) {
        if (!(change instanceof DraftChange.TakeBack)) {
            keep(draft, RowCondition.of(change));
        }
    }

    private void keep(DeviceImport draft, RowCondition condition) {
        store.entityManager().flush();
        forget(draft);
        Query keep = query(
                "insert into enrollment_row_before (" + RowWriter.COLUMNS + ") select " + RowWriter.COLUMNS
                        + " from enrollment_row where batch_id = :batch" + condition.sql(),
                draft.id());
        condition.set(keep).executeUpdate();
    }

    /** The numbers of the kept rows. */
    public List<Integer> kept(DeviceImport draft) {
        List<?> found = query(
                        "select row_no from enrollment_row_before where batch_id = :batch order by row_no", draft.id())
                .getResultList();
        return found.stream().map(row -> ((Number) row).intValue()).toList();
    }

    /** The next kept rows after a row number, checked by these rules. */
    List<EnrollmentRow> keptAfter(DeviceImport draft, int number, int atMost, RowRules rules) {
        List<?> found = query(KEPT, draft.id())
                .setParameter("after", number)
                .setMaxResults(atMost)
                .getResultList();
        return found.stream().map(row -> row((Object[]) row, draft, rules)).toList();
    }

    private static EnrollmentRow row(Object[] row, DeviceImport draft, RowRules rules) {
        RowCells cells = new RowCells((String) row[3], (String) row[4], (String) row[5], (String) row[6]);
        FileRow stored =
                new FileRow(((Number) row[0]).intValue(), ((Number) row[1]).longValue(), cells, (String) row[7]);
        return EnrollmentRow.kept(draft.id(), stored, ((Number) row[2]).intValue(), rules);
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
