package dev.muster.ejb.enrollment;

import java.sql.Connection;
import java.sql.SQLException;

/** The right to work on one import, held as a lock in the database: it ends with this server, however that ends. */
public final class WorkClaim implements AutoCloseable {

    private final Connection connection;

    WorkClaim(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException theLockIsGoneAnyway) {
            return;
        }
    }
}
