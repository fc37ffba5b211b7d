package dev.muster.ejb.telemetry;

import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads what several devices reported, for charts and tables about all of them. The caller knows that they are its own. */
@ApplicationScoped
public class FleetTelemetryRepository {

    /** As for one device: numbers beyond about 10^199 are left out. */
    private static final String NUMBERS = """
            select device_id, (ts - :from) / :width as bucket,
              case when regexp_like(data_value, '^-?[0-9]{1,99}([.][0-9]+)?([eE][-+]?[0-9]{1,2})?$')
                then cast(data_value as double precision) end as number
            from telemetry where device_id in (:devices) and data_key = :key and ts >= :from and ts <= :to""";

    private static final String SERIES = "select bucket, min(number), max(number), avg(number), count(*) from ("
            + NUMBERS + ") as value_of where number is not null group by bucket order by bucket";

    private static final String SERIES_OF_EACH =
            "select cast(device_id as varchar), bucket, min(number), max(number), avg(number), count(*) from ("
                    + NUMBERS
                    + ") as value_of where number is not null group by device_id, bucket order by device_id, bucket";

    /** The newest row of each device comes from its index, whatever the number of its rows is. */
    private static final String LATEST = """
            select cast(t.device_id as varchar), t.ts, t.data_value from device d
            join telemetry t on t.device_id = d.id and t.data_key = :key
              and t.ts = (select max(x.ts) from telemetry x where x.device_id = d.id and x.data_key = :key)
            where d.id in (:devices) order by t.message_number""";

    /** What retention has removed. */
    private static final String KEPT = """
            select cast(device_id as varchar), ts, data_value from telemetry_last where device_id in (:devices) and data_key = :key""";

    /** How many messages tell which keys a device has. */
    private static final int MESSAGES = 20;

    @Inject
    private Store store;

    @Inject
    private TelemetryRepository telemetry;

    /** The numbers of one key of all these devices together, oldest first. An interval without numbers is left out. */
    public List<SeriesBucket> series(Collection<UUID> devices, SeriesSpan span) {
        return devices.isEmpty()
                ? List.of()
                : list(bind(SERIES, devices, span)).stream()
                        .map(row -> bucket(span, row, 0))
                        .toList();
    }

    /** The same for each device that has numbers. */
    public Map<UUID, List<SeriesBucket>> seriesOfEach(Collection<UUID> devices, SeriesSpan span) {
        Map<UUID, List<SeriesBucket>> series = new LinkedHashMap<>();
        if (!devices.isEmpty()) {
            list(bind(SERIES_OF_EACH, devices, span))
                    .forEach(row -> series.computeIfAbsent(id(row), device -> new ArrayList<>())
                            .add(bucket(span, row, 1)));
        }
        return series;
    }

    /** The last value of a key of each of these devices that has reported it, even if retention has removed it. */
    public Map<UUID, LatestValue> latest(Collection<UUID> devices, String key) {
        Map<UUID, LatestValue> latest = new HashMap<>();
        if (!devices.isEmpty()) {
            list(of(KEPT, devices, key)).forEach(row -> latest.put(id(row), value(key, row)));
            list(of(LATEST, devices, key)).forEach(row -> latest.put(id(row), value(key, row)));
        }
        return latest;
    }

    /** The keys in the newest messages of a device. */
    public Set<String> keys(UUID device) {
        return telemetry.history(device, TelemetrySpan.newest(MESSAGES)).stream()
                .map(row -> (String) row[2])
                .collect(Collectors.toSet());
    }

    private Query bind(String sql, Collection<UUID> devices, SeriesSpan span) {
        return of(sql, devices, span.key())
                .setParameter("from", span.from())
                .setParameter("to", span.to())
                .setParameter("width", span.width());
    }

    private Query of(String sql, Collection<UUID> devices, String key) {
        return store.entityManager()
                .createNativeQuery(sql, Object[].class)
                .setParameter("devices", devices)
                .setParameter("key", key);
    }

    /** As text: the engines give ids of a row as different types. */
    private static UUID id(Object[] row) {
        return UUID.fromString((String) row[0]);
    }

    /** @param at where the bucket begins in the row */
    private static SeriesBucket bucket(SeriesSpan span, Object[] row, int at) {
        return new SeriesBucket(
                span.from() + ((Number) row[at]).longValue() * span.width(),
                ((Number) row[at + 1]).doubleValue(),
                ((Number) row[at + 2]).doubleValue(),
                ((Number) row[at + 3]).doubleValue(),
                ((Number) row[at + 4]).longValue());
    }

    private static LatestValue value(String key, Object[] row) {
        return new LatestValue(key, Instant.ofEpochMilli(((Number) row[1]).longValue()), (String) row[2]);
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> list(Query query) {
        return query.getResultList();
    }
}
