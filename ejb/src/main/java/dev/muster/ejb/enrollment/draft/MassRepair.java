package dev.muster.ejb.enrollment.draft;

import dev.muster.domain.enrollment.DraftChange;
import dev.muster.domain.enrollment.DraftChange.CellChange;
import dev.muster.domain.enrollment.cell.StoredCell;
import dev.muster.domain.enrollment.row.EnrollmentRow;
import dev.muster.domain.enrollment.row.Repair;
import dev.muster.domain.enrollment.row.RowRules;
import dev.muster.ejb.enrollment.row.RowWriter;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.Session;

/**
 * Changes many cells at once: repairs them, puts a text into them, or replaces a part of their text. The rows are kept
 * for an undo and leave the draft. Then the writer that stores a file's rows puts them back, changed if they can be.
 */
@ApplicationScoped
public class MassRepair {

    private static final int PAGE = 5_000;

    @Inject
    private UndoRepository undo;

    @Inject
    private Store store;

    /** Changes those of the kept rows that can be changed, and says how many they are. */
    int apply(UndoStep step, CellChange change, RowRules rules) {
        undo.removeKept(step);
        return store.entityManager()
                .unwrap(Session.class)
                .doReturningWork(connection -> putBack(connection, step, change, rules));
    }

    private int putBack(Connection connection, UndoStep step, CellChange change, RowRules rules) throws SQLException {
        int changed = 0;
        try (RowWriter writer = RowWriter.on(connection)) {
            List<EnrollmentRow> page = undo.keptAfter(step, 0, PAGE, rules);
            while (!page.isEmpty()) {
                for (EnrollmentRow row : page) {
                    changed += change(row, change, rules) ? 1 : 0;
                    writer.write(row);
                }
                writer.flush();
                page = undo.keptAfter(step, page.getLast().number(), PAGE, rules);
            }
        }
        return changed;
    }

    private static boolean change(EnrollmentRow row, CellChange change, RowRules rules) {
        String before = row.cells().get(change.column());
        String after = switch (change) {
            case DraftChange.RepairAll repair -> repaired(row, repair, rules);
            case DraftChange.Put put -> put.value();
            case DraftChange.Replace replace -> before.replace(replace.part(), replace.by());
        };
        if (after.equals(before) || after.length() > StoredCell.MAX_LENGTH) {
            return false;
        }
        row.edit(row.cells().with(change.column(), after), false, rules);
        return true;
    }

    /** The same text if the row cannot be repaired in this way. */
    private static String repaired(EnrollmentRow row, DraftChange.RepairAll change, RowRules rules) {
        return rules.repairs(change.column(), change.fault(), row.cells()).stream()
                .filter(offered -> offered.kind() == change.kind())
                .map(Repair::value)
                .findFirst()
                .orElse(row.cells().get(change.column()));
    }
}
