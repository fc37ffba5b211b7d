package dev.muster.ejb.enrollment.row;

import dev.muster.ejb.shared.Engine;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.hibernate.Session;

/** What PostgreSQL has to know before statements over very many rows. H2 needs nothing. */
@ApplicationScoped
public class BulkHints {

    /**
     * If its statistics are older than the rows, PostgreSQL takes a draft for empty and compares every row with every
     * other. This takes a second for so many rows, and minutes for ten times as many.
     */
    private static final int MANY = 1_000;

    @Inject
    private Store store;

    /**
     * For the running transaction: gives it enough memory to hash a draft, and collects statistics of the rows, so that
     * the planner does not take the draft for a small one.
     */
    public void expectManyRows(int rows) {
        if (rows >= MANY && isPostgresql()) {
            store.entityManager().unwrap(Session.class).doWork(BulkHints::prepare);
        }
    }

    /**
     * For all transactions: collects statistics after so many enrollments. The database does this by itself only a
     * minute or more later. Until then a search for the devices of an import would compare every device with every
     * enrollment.
     */
    public void tellOfManyEnrollments(int enrollments) {
        if (enrollments >= MANY && isPostgresql()) {
            store.entityManager().unwrap(Session.class).doWork(connection -> analyze(connection, "enrollment"));
        }
    }

    /** Whether the database is PostgreSQL; otherwise it is H2. */
    public boolean isPostgresql() {
        return store.entityManager().unwrap(Session.class).doReturningWork(Engine::of) == Engine.POSTGRESQL;
    }

    private static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local work_mem = '96MB'");
            statement.execute("set local jit = off");
        }
        analyze(connection, "enrollment_row");
    }

    /** Only the owner of a table may analyze it: a function of the owner does it (V24_1). */
    private static void analyze(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select analyze_after_import('" + table + "')");
        }
    }
}
