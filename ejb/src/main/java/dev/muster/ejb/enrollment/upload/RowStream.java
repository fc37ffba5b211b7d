package dev.muster.ejb.enrollment.upload;

import dev.muster.domain.enrollment.row.EnrollmentRow;
import dev.muster.ejb.enrollment.batch.ImportCancelledException;
import dev.muster.ejb.enrollment.row.RowWriter;
import dev.muster.ejb.shared.Engine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * The rows of one file on their way into the database, in transactions of some thousand rows, so that what came of a
 * file that breaks off is there, and everyone sees how far it is.
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
     * Takes the next row.
     *
     * @throws ImportCancelledException where somebody stopped the import meanwhile
     */
    void write(EnrollmentRow row) {
        try {
            writer.write(row);
            if (++rows % ROWS_IN_TRANSACTION == 0) {
                keepForNow();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A row could not be written", e);
        }
    }

    /**
     * Keeps what was written so far without waiting for the disk: nothing of it is acknowledged, and what is written last
     * is waited for together with all before it.
     */
    private void keepForNow() throws SQLException {
        if (engine == Engine.POSTGRESQL) {
            writer.flush();
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local synchronous_commit = off");
            }
        }
        save();
    }

    /** Keeps what was written so far. */
    void save() throws SQLException {
        writer.flush();
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
