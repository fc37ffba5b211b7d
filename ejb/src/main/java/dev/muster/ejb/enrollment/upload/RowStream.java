package dev.muster.ejb.enrollment.upload;

import dev.muster.domain.enrollment.row.EnrollmentRow;
import dev.muster.ejb.enrollment.batch.ImportCancelledException;
import dev.muster.ejb.enrollment.row.RowWriter;
import dev.muster.ejb.shared.Engine;
import dev.muster.ejb.shared.TransactionScope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Writes the rows of one file into the database, in transactions of some thousand rows. So the rows of a file that
 * breaks off are kept, and everyone sees how far it is.
 */
final class RowStream implements AutoCloseable {

    private static final int ROWS_IN_TRANSACTION = 10_000;

    private static final String PROGRESS = """
            update enrollment_batch set row_count = ?, progress_done = ? where id = ? and status = 'READING'""";

    private final Connection connection;
    private final UUID importId;
    private final LongSupplier bytesRead;
    private final Engine engine;
    private final RowWriter writer;
    private int rows;

    RowStream(Connection connection, UUID importId, LongSupplier bytesRead) throws SQLException {
        this.connection = connection;
        this.importId = importId;
        this.bytesRead = bytesRead;
        connection.setAutoCommit(false);
        this.engine = Engine.of(connection);
        this.writer = RowWriter.on(connection);
    }

    /**
     * Writes the next row.
     *
     * @throws ImportCancelledException if a manager stopped the import meanwhile
     */
    void write(EnrollmentRow row) {
        try {
            writer.write(row);
            if (++rows % ROWS_IN_TRANSACTION == 0) {
                saveSoon();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A row could not be written", e);
        }
    }

    /**
     * Saves the rows so far without waiting for the disk. Nothing of them is acknowledged yet, and the last
     * {@link #save()} waits for them, too.
     */
    private void saveSoon() throws SQLException {
        if (engine == Engine.POSTGRESQL) {
            writer.flush();
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local synchronous_commit = off");
            }
        }
        save();
    }

    /** Saves the rows so far. */
    void save() throws SQLException {
        writer.flush();
        TransactionScope.declareOn(connection);
        try (PreparedStatement progress = connection.prepareStatement(PROGRESS)) {
            progress.setInt(1, rows);
            progress.setLong(2, bytesRead.getAsLong());
            progress.setObject(3, importId);
            if (progress.executeUpdate() == 0) {
                throw new ImportCancelledException();
            }
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            writer.close();
            connection.rollback();
        }
    }
}
