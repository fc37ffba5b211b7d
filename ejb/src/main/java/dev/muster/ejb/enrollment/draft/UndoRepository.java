package dev.muster.ejb.enrollment.draft;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.DraftChange;
import dev.muster.domain.enrollment.cell.RowCells;
import dev.muster.domain.enrollment.row.EnrollmentRow;
import dev.muster.domain.enrollment.row.FileRow;
import dev.muster.domain.enrollment.row.RowRules;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.enrollment.row.RowCondition;
import dev.muster.ejb.enrollment.row.RowRepository;
import dev.muster.ejb.enrollment.row.RowWriter;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;

/** The rows of a draft as they were before each of its last changes ({@link UndoStepRepository}). */
@ApplicationScoped
public class UndoRepository {

    private static final String COLUMNS_BUT_VERSION = RowWriter.COLUMNS.replace(" version,", "");

    private static final String OF_STEP = " where batch_id = :batch and step_no = :step";

    private static final String KEEP = "insert into enrollment_row_before (step_no, " + RowWriter.COLUMNS
            + ") select cast(:step as integer), " + RowWriter.COLUMNS + " from enrollment_row where batch_id = :batch";

    /** Newer than all versions since the step: no change adds more to a row's version than to the number of changes. */
    private static final String RESTORE = "insert into enrollment_row (" + COLUMNS_BUT_VERSION + ", version) select "
            + COLUMNS_BUT_VERSION + ", version + cast(:newer as integer) from enrollment_row_before" + OF_STEP;

    /** Row by row by the key: for "in (select …)" H2 would read all kept rows again for each row. */
    private static final String REMOVE_KEPT = """
            delete from enrollment_row where batch_id = :batch and exists (select 1 from enrollment_row_before b
              where b.batch_id = enrollment_row.batch_id and b.step_no = :step and b.row_no = enrollment_row.row_no)""";

    private static final String KEPT = """
            select row_no, line, version, unique_identifier, device_name, device_type, parent_gateway, odd_cells
            from enrollment_row_before where batch_id = :batch and step_no = :step and row_no > :after order by row_no""";

    @Inject
    private RowRepository rows;

    @Inject
    private UndoStepRepository steps;

    @Inject
    private Store store;

    /** Keeps some rows as they are. */
    public UndoStep keep(DeviceImport draft, Collection<Integer> numbers) {
        return keep(draft, RowCondition.of(numbers));
    }

    /** How many rows a change may change: a repair or a new text may leave some as they are. */
    public int affected(DeviceImport draft, DraftChange change) {
        if (change instanceof DraftChange.TakeBack) {
            return newest(draft).rows();
        }
        return rows.count(draft.id(), RowCondition.of(change));
    }

    /**
     * Keeps the rows that a change is going to change. An undo keeps no rows: those that it puts back are kept already.
     *
     * @return the step of the kept rows; of an undo, the step that it undoes
     */
    public UndoStep keep(DeviceImport draft, DraftChange change) {
        return change instanceof DraftChange.TakeBack ? newest(draft) : keep(draft, RowCondition.of(change));
    }

    private UndoStep newest(DeviceImport draft) {
        return steps.newest(draft.id())
                .orElseThrow(() -> new ProblemException(ProblemCode.CONFLICT, "There is no change to undo."));
    }

    private UndoStep keep(DeviceImport draft, RowCondition condition) {
        store.entityManager().flush();
        UndoStep step = new UndoStep(draft.id(), draft.changeNumber(), 0);
        Query keep = query(KEEP + condition.sql(), step);
        return new UndoStep(step.importId(), step.number(), condition.set(keep).executeUpdate());
    }

    /**
     * Notes that a change is made. Steps that are too old cannot be undone any more.
     *
     * @param description what it is called
     */
    public void done(DeviceImport draft, UndoStep step, String description) {
        steps.add(step, description);
        steps.surplus(draft.id()).forEach(this::forget);
        draft.changed(description);
    }

    /** Notes that a step is undone. */
    public void undone(DeviceImport draft, UndoStep step) {
        forget(step);
        draft.changed(steps.newestDescription(draft.id()));
    }

    /** The numbers of the kept rows. */
    public List<Integer> kept(UndoStep step) {
        List<?> found = query("select row_no from enrollment_row_before" + OF_STEP + " order by row_no", step)
                .getResultList();
        return found.stream().map(row -> ((Number) row).intValue()).toList();
    }

    /** The next kept rows after a row number, checked by these rules. */
    List<EnrollmentRow> keptAfter(UndoStep step, int number, int atMost, RowRules rules) {
        List<?> found = query(KEPT, step)
                .setParameter("after", number)
                .setMaxResults(atMost)
                .getResultList();
        return found.stream().map(row -> row((Object[]) row, step, rules)).toList();
    }

    private static EnrollmentRow row(Object[] row, UndoStep step, RowRules rules) {
        RowCells cells = new RowCells((String) row[3], (String) row[4], (String) row[5], (String) row[6]);
        FileRow stored =
                new FileRow(((Number) row[0]).intValue(), ((Number) row[1]).longValue(), cells, (String) row[7]);
        return EnrollmentRow.kept(step.importId(), stored, ((Number) row[2]).intValue(), rules);
    }

    /** Removes the kept rows from the draft. */
    public int removeKept(UndoStep step) {
        return query(REMOVE_KEPT, step).executeUpdate();
    }

    /** Puts the kept rows back as they were. */
    void restore(DeviceImport draft, UndoStep step) {
        removeKept(step);
        query(RESTORE, step)
                .setParameter("newer", draft.changeNumber() + 1 - step.number())
                .executeUpdate();
    }

    private void forget(UndoStep step) {
        query("delete from enrollment_row_before" + OF_STEP, step).executeUpdate();
        steps.remove(step);
    }

    private Query query(String sql, UndoStep step) {
        return store.entityManager()
                .createNativeQuery(sql)
                .setParameter("batch", step.importId())
                .setParameter("step", step.number());
    }
}
