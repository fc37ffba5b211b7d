package dev.muster.ejb.telemetry;

import dev.muster.ejb.shared.Engine;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** Telemetry as a whole: the tables of months, the last values that stay, and the removal of old values. */
@ApplicationScoped
class TelemetryRetentionRepository {

    static final String PATIENCE = "500ms";

    /** PostgreSQL, appendix A: lock_not_available. */
    private static final String BUSY = "55P03";

    private static final String TABLES = """
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = cast('telemetry' as regclass)""";

    private static final String KEEP_LAST = """
            merge into telemetry_last l using (
              select device_id, data_key, ts, message_number, data_value from (
                select t.device_id, t.data_key, t.ts, t.message_number, t.data_value,
                  row_number() over (partition by t.device_id, t.data_key order by t.message_number desc) as age
                from telemetry t join (
                  select device_id, data_key, max(ts) as ts from telemetry where ts >= :begin and ts < :end
                  group by device_id, data_key
                ) n on n.device_id = t.device_id and n.data_key = t.data_key and n.ts = t.ts
                where t.ts >= :begin and t.ts < :end
              ) as ranked where age = 1
            ) s on (l.device_id = s.device_id and l.data_key = s.data_key)
            when matched and (l.ts < s.ts or l.ts = s.ts and l.message_number < s.message_number)
              then update set ts = s.ts, message_number = s.message_number, data_value = s.data_value
            when not matched then insert (device_id, data_key, ts, message_number, data_value)
              values (s.device_id, s.data_key, s.ts, s.message_number, s.data_value)""";

    @Inject
    private Store store;

    /** Whether this database has a table for each month. */
    boolean hasMonths() {
        return session().doReturningWork(Engine::of) == Engine.POSTGRESQL;
    }

    /** The months that have a table. */
    List<TelemetryMonth> months() {
        List<?> tables =
                store.entityManager().createNativeQuery(TABLES, String.class).getResultList();
        return tables.stream()
                .map(name -> TelemetryMonth.ofTable((String) name))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Executes statements of PostgreSQL and waits for each lock for {@value #PATIENCE} at most.
     *
     * @return false if a lock was not available; the caller must then roll back
     */
    boolean execute(List<String> statements) {
        return session().doReturningWork(connection -> execute(connection, statements));
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

    /**
     * Keeps the last value of each key of each device in a span, so that it is still known after the span is removed.
     *
     * @param begin first millisecond since the epoch
     * @param end the first millisecond after the span
     */
    void keepLast(long begin, long end) {
        store.entityManager()
                .createNativeQuery(KEEP_LAST)
                .setParameter("begin", begin)
                .setParameter("end", end)
                .executeUpdate();
    }

    /**
     * The end of the oldest values: a portion of them, and the values of the same time as its last one.
     *
     * @return the first millisecond after the portion; {@code before} if there are fewer values before that time
     */
    long endOfOldest(int portion, long before) {
        List<?> last = store.entityManager()
                .createNativeQuery("select ts from telemetry where ts < :before order by ts", Long.class)
                .setParameter("before", before)
                .setFirstResult(portion - 1)
                .setMaxResults(1)
                .getResultList();
        return last.isEmpty() ? before : (Long) last.getFirst() + 1;
    }

    /** @return how many values were removed */
    int remove(long end) {
        return store.entityManager()
                .createNativeQuery("delete from telemetry where ts < :end")
                .setParameter("end", end)
                .executeUpdate();
    }

    private Session session() {
        return store.entityManager().unwrap(Session.class);
    }
}
