package dev.muster.ejb.enrollment.batch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/**
 * The right to work on one import, held as a lock in the database: it ends with this server, however that ends. When it is
 * closed, its row is deleted if the import is gone.
 */
public final class WorkClaim implements AutoCloseable {

    private static final String FORGET = """
            delete from import_claim
            where batch_id = ? and not exists (select 1 from enrollment_batch where id = import_claim.batch_id)""";

    private final Connection connection;
    private final UUID importId;

    WorkClaim(Connection connection, UUID importId) {
        this.connection = connection;
        this.importId = importId;
    }

    @Override
    public void close() {
        try (connection) {
            end();
        } catch (SQLException theLockIsGoneAnyway) {
            return;
        }
    }

    private void end() throws SQLException {
        try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
            forget.setObject(1, importId);
            forget.executeUpdate();
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }
}
