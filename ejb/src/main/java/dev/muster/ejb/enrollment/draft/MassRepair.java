package dev.muster.ejb.enrollment.draft;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.DraftChange.MendAll;
import dev.muster.domain.enrollment.cell.RowCells;
import dev.muster.domain.enrollment.row.CellFault;
import dev.muster.domain.enrollment.row.EnrollmentRow;
import dev.muster.domain.enrollment.row.Repair;
import dev.muster.domain.enrollment.row.RowRules;
import dev.muster.ejb.enrollment.row.RowWriter;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/**
 * Mends many cells at once: the rows with the fault are kept for taking back and leave the draft, then come back, mended
 * where they can be, by the writer that brings a file's rows.
 */
@ApplicationScoped
public class MassRepair {

    private static final int PAGE = 5_000;

    private static final String KEPT = """
            select row_no, line, version, unique_identifier, device_name, device_type, parent_gateway
            from enrollment_row_before where batch_id = ? and row_no > ? order by row_no limit ?""";

    @Inject
    private UndoLog undo;

    @Inject
    private Store store;

    /** Mends those of the rows kept for taking back that can be mended. */
    int apply(DeviceImport draft, MendAll mending, RowRules rules) {
        undo.removeKept(draft);
        return store.entityManager()
                .unwrap(Session.class)
                .doReturningWork(connection -> putBack(connection, draft, mending, rules));
    }

    private static int putBack(Connection connection, DeviceImport draft, MendAll mending, RowRules rules)
            throws SQLException {
        int mended = 0;
        try (RowWriter writer = RowWriter.on(connection)) {
            List<EnrollmentRow> page = page(connection, draft, 0, rules);
            while (!page.isEmpty()) {
                for (EnrollmentRow row : page) {
                    mended += mend(row, mending, rules) ? 1 : 0;
                    writer.write(row);
                }
                writer.flush();
                page = page(connection, draft, page.getLast().number(), rules);
            }
        }
        return mended;
    }

    private static boolean mend(EnrollmentRow row, MendAll mending, RowRules rules) {
        CellFault fault = mending.fault();
        Optional<Repair> repair = rules.repairs(mending.column(), fault, row.cells()).stream()
                .filter(offered -> offered.kind() == mending.kind())
                .findFirst();
        repair.ifPresent(r -> row.edit(row.cells().with(mending.column(), r.value()), false, rules));
        return repair.isPresent();
    }

    private static List<EnrollmentRow> page(Connection connection, DeviceImport draft, int after, RowRules rules)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(KEPT)) {
            select.setObject(1, draft.id());
            select.setInt(2, after);
            select.setInt(3, PAGE);
            try (ResultSet rows = select.executeQuery()) {
                List<EnrollmentRow> page = new ArrayList<>();
                while (rows.next()) {
                    page.add(row(rows, draft, rules));
                }
                return page;
            }
        }
    }

    private static EnrollmentRow row(ResultSet row, DeviceImport draft, RowRules rules) throws SQLException {
        RowCells cells = new RowCells(row.getString(4), row.getString(5), row.getString(6), row.getString(7));
        return EnrollmentRow.kept(draft.id(), row.getInt(1), row.getLong(2), row.getInt(3), cells, rules);
    }
}
