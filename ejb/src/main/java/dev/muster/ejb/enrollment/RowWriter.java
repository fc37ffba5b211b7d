package dev.muster.ejb.enrollment;

import dev.muster.domain.enrollment.EnrollmentRow;
import dev.muster.domain.enrollment.RowCells;
import dev.muster.domain.enrollment.RowFaults;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Writes the rows of a draft in batches, past the persistence context, which would keep every one of them. */
final class RowWriter implements AutoCloseable {

    private static final int BATCH = 1_000;

    private static final String INSERT = """
            insert into enrollment_row (batch_id, row_no, line, version, unique_identifier, device_name, device_type,
              parent_gateway, normalized_identifier, normalized_name, normalized_parent, parsed_type, identifier_fault,
              name_fault, type_fault, parent_fault, invalid_cells)
            values (?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final PreparedStatement insert;

    private int pending;

    RowWriter(Connection connection) throws SQLException {
        this.insert = connection.prepareStatement(INSERT);
    }

    void write(EnrollmentRow row) throws SQLException {
        bindCells(row);
        bindForms(row);
        bindFaults(row);
        insert.addBatch();
        if (++pending == BATCH) {
            flush();
        }
    }

    private void bindCells(EnrollmentRow row) throws SQLException {
        RowCells cells = row.cells();
        insert.setObject(1, row.batchId());
        insert.setInt(2, row.number());
        insert.setLong(3, row.line());
        insert.setString(4, cells.uniqueIdentifier());
        insert.setString(5, cells.deviceName());
        insert.setString(6, cells.deviceType());
        insert.setString(7, cells.parentGateway());
    }

    private void bindForms(EnrollmentRow row) throws SQLException {
        insert.setString(8, row.normalizedIdentifier());
        insert.setString(9, row.normalizedName());
        insert.setString(10, row.normalizedParent());
        insert.setString(11, nameOf(row.parsedType()));
    }

    private void bindFaults(EnrollmentRow row) throws SQLException {
        RowFaults faults = row.faults();
        insert.setString(12, nameOf(faults.uniqueIdentifier()));
        insert.setString(13, nameOf(faults.deviceName()));
        insert.setString(14, nameOf(faults.deviceType()));
        insert.setString(15, nameOf(faults.parentGateway()));
        insert.setInt(16, row.invalidCells());
    }

    private static String nameOf(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private void flush() throws SQLException {
        insert.executeBatch();
        pending = 0;
    }

    /** Writes what is pending. */
    @Override
    public void close() throws SQLException {
        try (insert) {
            if (pending > 0) {
                flush();
            }
        }
    }
}
