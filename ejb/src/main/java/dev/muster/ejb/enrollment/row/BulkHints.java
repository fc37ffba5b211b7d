package dev.muster.ejb.enrollment.row;

import dev.muster.ejb.shared.Engine;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.hibernate.Session;

/** How statements over very many rows are put: what PostgreSQL has to know before them, and what H2 does otherwise. */
@ApplicationScoped
public class BulkHints {

    /**
     * With statistics from before the rows came PostgreSQL takes a draft for empty and compares every row with every other:
     * a second for this many, minutes for ten times as many.
     */
    private static final int MANY = 1_000;

    @Inject
    private Store store;

    /**
     * For the running transaction: enough memory to hash a draft, and statistics of its rows, without which the planner
     * takes it for a small one.
     */
    public void expectManyRows(int rows) {
        if (rows >= MANY && isPostgresql()) {
            store.entityManager().unwrap(Session.class).doWork(BulkHints::prepare);
        }
    }

    /**
     * For everybody, once the running transaction has enrolled so many: until the database looks by itself, a minute or more
     * later, who asks for the devices of an import would wait for every device to be compared with every enrollment.
     */
    public void tellOfManyEnrollments(int enrollments) {
        if (enrollments >= MANY && isPostgresql()) {
            store.entityManager().createNativeQuery("analyze enrollment").executeUpdate();
        }
    }

    /** Which of the two engines it is. */
    public boolean isPostgresql() {
        return store.entityManager().unwrap(Session.class).doReturningWork(Engine::of) == Engine.POSTGRESQL;
    }

    private static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local work_mem = '96MB'");
            statement.execute("set local jit = off");
            statement.execute("analyze enrollment_row");
        }
    }
}
