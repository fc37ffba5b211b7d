package dev.muster.ejb.enrollment.upload;

import dev.muster.domain.enrollment.row.EnrollmentRow;
import dev.muster.domain.quota.Quota;
import dev.muster.domain.quota.QuotaReachedException;
import dev.muster.ejb.enrollment.batch.ImportCancelledException;
import dev.muster.ejb.enrollment.batch.ImportQuotas;
import dev.muster.ejb.enrollment.row.RowWriter;
import dev.muster.ejb.shared.Engine;
import dev.muster.ejb.shared.TransactionScope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * Writes the rows of one file into the database, in transactions of some thousand rows. So the rows of a file that
 * breaks off are kept, and everyone sees how far it is.
 */
final class RowStream implements AutoCloseable {

    private static final int ROWS_IN_TRANSACTION = 10_000;

    private static final String PROGRESS = """
            update enrollment_batch set row_count = ?, progress_done = ? where id = ? and status = 'READING'""";

    /** Uploads of one organization count one after the other, from the lock to the commit. */
    private static final String LOCK_ROOM = """
            select amount from quota_use where tenant_id = ? and quota = ? and period_start = ? for update""";

    private static final String DRAFT_ROWS = """
            select coalesce(sum(row_count), 0) from enrollment_batch
            where organization_id = ? and id <> ? and status <> 'COMMITTED'""";

    private final Connection connection;
    private final RowTarget target;
    private final LongSupplier bytesRead;
    private final Engine engine;
    private final RowWriter writer;
    private int rows;

    RowStream(Connection connection, RowTarget target, LongSupplier bytesRead) throws SQLException {
        this.connection = connection;
        this.target = target;
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

    /**
     * Saves the rows so far.
     *
     * @throws QuotaReachedException if the drafts of the organization have no room for them
     */
    void save() throws SQLException {
        writer.flush();
        TransactionScope.declareOn(connection);
        requireRoom();
        try (PreparedStatement progress = connection.prepareStatement(PROGRESS)) {
            progress.setInt(1, rows);
            progress.setLong(2, bytesRead.getAsLong());
            progress.setObject(3, target.importId());
            if (progress.executeUpdate() == 0) {
                throw new ImportCancelledException();
            }
        }
        connection.commit();
    }

    private void requireRoom() throws SQLException {
        int limit = target.limit().getAsInt();
        if (limit == Quota.UNLIMITED) {
            return;
        }
        try (PreparedStatement lock = connection.prepareStatement(LOCK_ROOM);
                PreparedStatement count = connection.prepareStatement(DRAFT_ROWS)) {
            lock.setObject(1, target.organizationId());
            lock.setString(2, Quota.DRAFT_ROWS.code());
            lock.setObject(3, Instant.EPOCH.atOffset(ZoneOffset.UTC));
            lock.executeQuery().close();
            count.setObject(1, target.organizationId());
            count.setObject(2, target.importId());
            try (ResultSet others = count.executeQuery()) {
                others.next();
                if (others.getLong(1) + rows > limit) {
                    throw ImportQuotas.tooManyRows(limit);
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            writer.close();
            connection.rollback();
        }
    }
}
