package dev.muster.ejb.telemetry;

import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import java.util.List;
import java.util.UUID;

/**
 * Reads what devices reported. Each value is a row and is kept as its JSON literal. Messages are ordered by time, then
 * by number.
 */
@ApplicationScoped
public class TelemetryRepository {

    /** The newest time of each key comes from one pass without sorting, and its value from the key of the table. */
    private static final String LATEST = """
            select data_key, ts, data_value from (
              select data_key, ts, data_value,
                row_number() over (partition by data_key order by ts desc, message_number desc) as age
              from (
                select t.data_key, t.ts, t.message_number, t.data_value from (
                  select data_key, max(ts) as ts from telemetry where device_id = :device group by data_key) as newest
                join telemetry t on t.device_id = :device and t.ts = newest.ts and t.data_key = newest.data_key
                union all
                select data_key, ts, message_number, data_value from telemetry_last where device_id = :device) as known
            ) as ranked
            where age = 1 order by data_key""";

    private static final String SPAN = """
            from telemetry where device_id = :device and ts >= :from and ts <= :to and (ts < :to or message_number <= :number)\s""";

    /** The oldest message of a page. */
    private static final String OLDEST = "select ts, message_number from (select distinct ts, message_number " + SPAN
            + "%s order by ts desc, message_number desc limit :limit) as page order by ts, message_number limit 1";

    /**
     * From the oldest message of the page on. It is a statement of its own: in one statement, an engine without statistics about
     * new rows looks for each message among all rows of the device.
     */
    private static final String HISTORY = "select ts, message_number, data_key, data_value " + SPAN
            + "and (ts > :from or message_number >= :oldest) %s order by ts desc, message_number desc, data_key";

    /**
     * Leaves out numbers beyond about 10^199: no measurement is so large, and not every engine can calculate with them.
     */
    private static final String SERIES = """
            select bucket, min(number), max(number), avg(number), count(*) from (
              select (ts - :from) / :width as bucket,
                case when regexp_like(data_value, '^-?[0-9]{1,99}([.][0-9]+)?([eE][-+]?[0-9]{1,2})?$')
                  then cast(data_value as double precision) end as number
              from telemetry where device_id = :device and data_key = :key and ts >= :from and ts <= :to) as value_of
            where number is not null group by bucket order by bucket""";

    private static final String AFTER = """
            select ts, message_number, data_key, data_value from telemetry
            where device_id = :device and ts >= :ts and ts <= :to
              and (ts > :ts or message_number > :number or message_number = :number and data_key > :after) %s
            order by ts, message_number, data_key limit :limit""";

    @Inject
    private Store store;

    /** The last value of each key, even if retention has removed it. A row is key, time, literal. */
    List<Object[]> latest(UUID deviceId) {
        return list(
                store.entityManager().createNativeQuery(LATEST, Object[].class).setParameter("device", deviceId));
    }

    /** Values of the newest messages in a span, newest first. A row is time, number, key, literal. */
    List<Object[]> history(UUID deviceId, TelemetrySpan span) {
        List<Object[]> oldest = list(of(OLDEST, deviceId, span, span.from()).setParameter("limit", span.limit()));
        if (oldest.isEmpty()) {
            return oldest;
        }
        Object[] first = oldest.getFirst();
        return list(of(HISTORY, deviceId, span, (Long) first[0]).setParameter("oldest", first[1]));
    }

    private Query of(String sql, UUID deviceId, TelemetrySpan span, long from) {
        boolean oneKey = span.key() != null;
        Query query = store.entityManager()
                .createNativeQuery(sql.formatted(oneKey ? "and data_key = :key" : ""), Object[].class)
                .setParameter("device", deviceId)
                .setParameter("from", from)
                .setParameter("to", span.end().ts())
                .setParameter("number", span.end().number());
        return oneKey ? query.setParameter("key", span.key()) : query;
    }

    /** Numbers of a span, aggregated. A row is index of the interval, minimum, maximum, average, count. */
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
     * The next values of a range, oldest first. A row is time, number, key, literal.
     *
     * @param position the position of the value before them
     * @param after the key of the value before them; empty at the start
     */
    List<Object[]> after(UUID deviceId, TelemetryRange range, TelemetryPosition position, String after, int limit) {
        boolean oneKey = range.key() != null;
        Query query = store.entityManager()
                .createNativeQuery(AFTER.formatted(oneKey ? "and data_key = :key" : ""), Object[].class)
                .setParameter("device", deviceId)
                .setParameter("ts", position.ts())
                .setParameter("number", position.number())
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
