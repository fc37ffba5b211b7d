package dev.muster.ejb.telemetry;

import dev.muster.domain.telemetry.ReceivedTelemetry;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.persistence.Query;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/** What devices reported, a row for each value, kept as its JSON literal. The first for (device, time, key) stays. */
@ApplicationScoped
public class TelemetryRepository {

    private static final String INSERT = """
            insert into telemetry (device_id, ts, data_key, data_value, received_at) values (?, ?, ?, ?, ?)
            on conflict do nothing""";

    /**
     * What the next try finds otherwise: no month's table takes the time yet (PostgreSQL's check_violation), or the device
     * is being deleted at this moment (a foreign key, of PostgreSQL and of H2) and is nobody the next time.
     */
    private static final Set<String> PASSING = Set.of("23514", "23503", "23506");

    private static final String LATEST = """
            select data_key, ts, data_value from (
              select data_key, ts, data_value, row_number() over (partition by data_key order by ts desc) as age
              from (
                select data_key, ts, data_value from telemetry where device_id = :device
                union all select data_key, ts, data_value from telemetry_last where device_id = :device) as known
            ) as ranked
            where age = 1 order by data_key""";

    private static final String HISTORY = """
            select ts, data_key, data_value from telemetry
            where device_id = :device and ts >= :from and ts <= :to and ts in (
              select distinct ts from telemetry where device_id = :device and ts >= :from and ts <= :to %1$s
              order by ts desc limit :limit) %1$s
            order by ts desc, data_key""";

    /** Numbers beyond 10^199 or so, which no measurement is, are left out: not every engine calculates with them. */
    private static final String SERIES = """
            select bucket, min(number), max(number), avg(number), count(*) from (
              select (ts - :from) / :width as bucket,
                case when regexp_like(data_value, '^-?[0-9]{1,99}([.][0-9]+)?([eE][-+]?[0-9]{1,2})?$')
                  then cast(data_value as double precision) end as number
              from telemetry where device_id = :device and data_key = :key and ts >= :from and ts <= :to) as value_of
            where number is not null group by bucket order by bucket""";

    private static final String AFTER = """
            select ts, data_key, data_value from telemetry
            where device_id = :device and ts >= :ts and ts <= :to and (ts > :ts or data_key > :after) %s
            order by ts, data_key limit :limit""";

    @Inject
    private Store store;

    void add(List<ReceivedTelemetry> messages, Instant receivedAt) {
        store.entityManager().unwrap(Session.class).doWork(connection -> insert(connection, messages, receivedAt));
    }

    private static void insert(Connection connection, List<ReceivedTelemetry> messages, Instant receivedAt)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(5, receivedAt.atOffset(ZoneOffset.UTC));
            for (ReceivedTelemetry received : messages) {
                insert.setObject(1, received.deviceId());
                insert.setLong(2, received.message().ts());
                for (Map.Entry<String, JsonValue> value :
                        received.message().data().entrySet()) {
                    insert.setString(3, value.getKey());
                    insert.setString(4, value.getValue().toString());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw PASSING.contains(e.getSQLState()) ? comeAgain(e) : e;
        }
    }

    private static SQLException comeAgain(SQLException cause) {
        return new SQLTransientException(
                "The table or the device of a message is not there", cause.getSQLState(), cause);
    }

    /** The last value of each key, also where it has been removed: key, time, literal. */
    List<Object[]> latest(UUID deviceId) {
        return list(
                store.entityManager().createNativeQuery(LATEST, Object[].class).setParameter("device", deviceId));
    }

    /** Values of the newest messages in a span of time, newest first: time, key, literal. */
    List<Object[]> history(UUID deviceId, TelemetrySpan span) {
        boolean oneKey = span.key() != null;
        Query query = store.entityManager()
                .createNativeQuery(HISTORY.formatted(oneKey ? "and data_key = :key" : ""), Object[].class)
                .setParameter("device", deviceId)
                .setParameter("from", span.from())
                .setParameter("to", span.to())
                .setParameter("limit", span.limit());
        if (oneKey) {
            query.setParameter("key", span.key());
        }
        return list(query);
    }

    /** Numbers of a span, drawn together: number of the piece, least, greatest, average, how many. */
    List<Object[]> series(UUID deviceId, SeriesSpan span) {
        return list(store.entityManager()
                .createNativeQuery(SERIES, Object[].class)
                .setParameter("device", deviceId)
                .setParameter("key", span.key())
                .setParameter("from", span.from())
                .setParameter("to", span.to())
                .setParameter("width", span.width()));
    }

    /**
     * The next values of a range, oldest first: time, key, literal.
     *
     * @param ts time of the last value before them, or where the range begins
     * @param after key of the last value before them, or empty
     */
    List<Object[]> after(UUID deviceId, TelemetryRange range, long ts, String after, int limit) {
        boolean oneKey = range.key() != null;
        Query query = store.entityManager()
                .createNativeQuery(AFTER.formatted(oneKey ? "and data_key = :key" : ""), Object[].class)
                .setParameter("device", deviceId)
                .setParameter("ts", ts)
                .setParameter("after", after)
                .setParameter("to", range.to())
                .setParameter("limit", limit);
        if (oneKey) {
            query.setParameter("key", range.key());
        }
        return list(query);
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> list(Query query) {
        return query.getResultList();
    }
}
