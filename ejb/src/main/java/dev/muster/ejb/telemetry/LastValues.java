package dev.muster.ejb.telemetry;

import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The last value of each key of a device out of telemetry that has been removed: what it reported last is still known. */
@ApplicationScoped
class LastValues {

    private static final String KEEP = """
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

    /**
     * Keeps the last ones of a span.
     *
     * @param begin first millisecond since the epoch
     * @param end the first after the span
     */
    void keep(long begin, long end) {
        store.entityManager()
                .createNativeQuery(KEEP)
                .setParameter("begin", begin)
                .setParameter("end", end)
                .executeUpdate();
    }
}
