package dev.muster.ejb.telemetry;

import dev.muster.ejb.shared.Engine;
import dev.muster.ejb.shared.Housekeeping;
import dev.muster.ejb.shared.Store;
import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/**
 * The tables of PostgreSQL that have the telemetry of one month each: made before a message needs them, dropped when all
 * that is in them is too old. Each step is a transaction of its own and waits for a lock for {@value #PATIENCE} at most,
 * so that no device waits longer for it; what cannot be had is tried again by the next run.
 *
 * <p>A table comes with its reference to {@code device} and goes with it, for which PostgreSQL locks that table, too. It is
 * locked first here, in the order in which messages lock: the other way round both could wait for each other.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TelemetryMonths {

    static final String TASK = "telemetry-retention";

    private static final String PATIENCE = "500ms";

    /** PostgreSQL, appendix A: lock_not_available. */
    private static final String BUSY = "55P03";

    private static final String TABLES = """
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = cast('telemetry' as regclass)""";

    @Inject
    private Store store;

    @Inject
    private Housekeeping housekeeping;

    @Inject
    private LastValues lastValues;

    @Resource
    private SessionContext context;

    /** Whether this database has such tables. */
    public boolean areUsed() {
        return session().doReturningWork(Engine::of) == Engine.POSTGRESQL;
    }

    /**
     * Makes the tables that are missing.
     *
     * @param first the first time that is taken
     * @param last the last one
     * @return how many were made; none where another server is at it
     */
    public int prepare(Instant first, Instant last) {
        List<TelemetryMonth> missing = new ArrayList<>(TelemetryMonth.between(first, last));
        missing.removeAll(present());
        if (missing.isEmpty() || !housekeeping.isOurs(TASK)) {
            return 0;
        }
        missing.removeAll(present());
        return execute(makingOf(missing)) ? missing.size() : 0;
    }

    /** The oldest month that has a table and ended before that time. */
    public Optional<TelemetryMonth> oldest(Instant before) {
        return present().stream()
                .filter(month -> month.end() <= before.toEpochMilli())
                .min(Comparator.comparing(TelemetryMonth::month));
    }

    /** @return whether the month is ours and nobody, such as a backup, is reading it for longer than we wait */
    public boolean isFree(TelemetryMonth month) {
        return isOurs(month) && execute(List.of("lock table " + month.table()));
    }

    /**
     * Keeps the last value of each key of the month, before it goes.
     *
     * @return not where another server is at it
     */
    public boolean keepLast(TelemetryMonth month) {
        boolean ours = isOurs(month);
        if (ours) {
            lastValues.keep(month.begin(), month.end());
        }
        return ours;
    }

    /** @return whether it is gone by this call */
    public boolean drop(TelemetryMonth month) {
        return isOurs(month) && execute(List.of("lock table device", "drop table " + month.table()));
    }

    private boolean isOurs(TelemetryMonth month) {
        return housekeeping.isOurs(TASK) && present().contains(month);
    }

    private List<TelemetryMonth> present() {
        return session().doReturningWork(TelemetryMonths::read);
    }

    private static List<TelemetryMonth> read(Connection connection) throws SQLException {
        List<TelemetryMonth> months = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery(TABLES)) {
            while (tables.next()) {
                TelemetryMonth.ofTable(tables.getString(1)).ifPresent(months::add);
            }
        }
        return months;
    }

    /** Attached, not made as a part at once: that would stop all messages until it is committed. */
    private static List<String> makingOf(List<TelemetryMonth> months) {
        List<String> statements = new ArrayList<>(List.of("lock table device in share row exclusive mode"));
        for (TelemetryMonth month : months) {
            statements.add("create table %s (like telemetry including all)".formatted(month.table()));
            statements.add("alter table telemetry attach partition %s for values from (%d) to (%d)"
                    .formatted(month.table(), month.begin(), month.end()));
        }
        return statements;
    }

    /** @return whether all locks could be had; nothing has changed where not */
    private boolean execute(List<String> statements) {
        boolean done = session().doReturningWork(connection -> execute(connection, statements));
        if (!done) {
            context.setRollbackOnly();
        }
        return done;
    }

    private static boolean execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '" + PATIENCE + "'");
            for (String sql : statements) {
                statement.execute(sql);
            }
            return true;
        } catch (SQLException e) {
            if (BUSY.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private Session session() {
        return store.entityManager().unwrap(Session.class);
    }
}
