package dev.muster.ejb.enrollment.row;

import dev.muster.domain.enrollment.row.EnrollmentRow;
import dev.muster.ejb.shared.Engine;
import java.sql.Connection;
import java.sql.SQLException;

/** Writes rows of a draft past the persistence context, which would keep all of them in memory. */
public interface RowWriter extends AutoCloseable {

    /** The columns in the order of both writers. */
    String COLUMNS = "batch_id, row_no, line, version, unique_identifier, device_name, device_type, parent_gateway, "
            + "normalized_identifier, normalized_name, normalized_parent, parsed_type, identifier_fault, name_fault, "
            + "type_fault, parent_fault, invalid_cells, imei_digits, fits_with_zero, odd_cells";

    /** The fastest writer of the database: COPY on PostgreSQL, batches of inserts on H2. */
    static RowWriter on(Connection connection) throws SQLException {
        return Engine.of(connection) == Engine.POSTGRESQL
                ? new CopyRowWriter(connection)
                : new BatchRowWriter(connection);
    }

    void write(EnrollmentRow row) throws SQLException;

    /** Writes the pending rows, within the connection's transaction. More rows may follow. */
    void flush() throws SQLException;

    /** Drops the rows that are not flushed. */
    @Override
    void close() throws SQLException;
}
