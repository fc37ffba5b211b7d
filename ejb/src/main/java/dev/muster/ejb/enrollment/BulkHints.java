package dev.muster.ejb.enrollment;

import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.hibernate.Session;

/** What PostgreSQL has to know before statements over very many rows that came a moment ago. */
@ApplicationScoped
public class BulkHints {

    private static final int MANY = 20_000;

    @Inject
    private Store store;

    /**
     * For the running transaction: enough memory to hash a draft, and statistics of its rows, without which the planner
     * takes it for a small one.
     */
    public void expectManyRows(int rows) {
        if (rows >= MANY) {
            store.entityManager().unwrap(Session.class).doWork(BulkHints::prepare);
        }
    }

    private static void prepare(Connection connection) throws SQLException {
        if (Engine.of(connection) != Engine.POSTGRESQL) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local work_mem = '96MB'");
            statement.execute("set local jit = off");
            statement.execute("analyze enrollment_row");
        }
    }
}
