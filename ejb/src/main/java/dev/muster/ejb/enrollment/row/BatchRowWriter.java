package dev.muster.ejb.enrollment.row;

import dev.muster.domain.enrollment.cell.RowCells;
import dev.muster.domain.enrollment.row.EnrollmentRow;
import dev.muster.domain.enrollment.row.RowFaults;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Writes rows by batches of inserts. */
final class BatchRowWriter implements RowWriter {

    private static final int BATCH = 1_000;

    private static final String INSERT = "insert into enrollment_row (" + COLUMNS
            + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final PreparedStatement insert;

    private int pending;

    BatchRowWriter(Connection connection) throws SQLException {
        this.insert = connection.prepareStatement(INSERT);
    }

    @Override
    public void write(EnrollmentRow row) throws SQLException {
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
        insert.setInt(4, row.version());
        insert.setString(5, cells.uniqueIdentifier());
        insert.setString(6, cells.deviceName());
        insert.setString(7, cells.deviceType());
        insert.setString(8, cells.parentGateway());
    }

    private void bindForms(EnrollmentRow row) throws SQLException {
        insert.setString(9, row.normalizedIdentifier());
        insert.setString(10, row.normalizedName());
        insert.setString(11, row.normalizedParent());
        insert.setString(12, nameOf(row.parsedType()));
    }

    private void bindFaults(EnrollmentRow row) throws SQLException {
        RowFaults faults = row.faults();
        insert.setString(13, nameOf(faults.uniqueIdentifier()));
        insert.setString(14, nameOf(faults.deviceName()));
        insert.setString(15, nameOf(faults.deviceType()));
        insert.setString(16, nameOf(faults.parentGateway()));
        insert.setInt(17, row.invalidCells());
        insert.setInt(18, row.imeiDigits());
        insert.setBoolean(19, row.fitsWithZero());
        insert.setString(20, row.oddCells());
    }

    private static @Nullable String nameOf(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    @Override
    public void flush() throws SQLException {
        if (pending > 0) {
            insert.executeBatch();
            pending = 0;
        }
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
