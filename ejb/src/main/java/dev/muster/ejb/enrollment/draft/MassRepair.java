package dev.muster.ejb.enrollment.draft;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.DraftChange.RepairAll;
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
import java.util.Optional;
import org.hibernate.Session;

/**
 * Repairs many cells at once. The rows with the fault are kept for an undo and leave the draft. Then the writer that
 * stores a file's rows puts them back, repaired if they can be.
 */
@ApplicationScoped
public class MassRepair {

    private static final int PAGE = 5_000;

    @Inject
    private UndoRepository undo;

    @Inject
    private Store store;

    /** Repairs those of the kept rows that can be repaired, and says how many they are. */
    int apply(DeviceImport draft, RepairAll change, RowRules rules) {
        undo.removeKept(draft);
        return store.entityManager()
                .unwrap(Session.class)
                .doReturningWork(connection -> putBack(connection, draft, change, rules));
    }

    private int putBack(Connection connection, DeviceImport draft, RepairAll change, RowRules rules)
            throws SQLException {
        int repaired = 0;
        try (RowWriter writer = RowWriter.on(connection)) {
            List<EnrollmentRow> page = undo.keptAfter(draft, 0, PAGE, rules);
            while (!page.isEmpty()) {
                for (EnrollmentRow row : page) {
                    repaired += repair(row, change, rules) ? 1 : 0;
                    writer.write(row);
                }
                writer.flush();
                page = undo.keptAfter(draft, page.getLast().number(), PAGE, rules);
            }
        }
        return repaired;
    }

    private static boolean repair(EnrollmentRow row, RepairAll change, RowRules rules) {
        Optional<Repair> repair = rules.repairs(change.column(), change.fault(), row.cells()).stream()
                .filter(offered -> offered.kind() == change.kind())
                .findFirst();
        repair.ifPresent(r -> row.edit(row.cells().with(change.column(), r.value()), false, rules));
        return repair.isPresent();
    }
}
