package dev.muster.ejb.overview;

import dev.muster.ejb.shared.NativeValue;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Counts, for all organizations at once, what only time changes. */
@ApplicationScoped
class TimedCountRepository {

    /** The same condition as in a list of silent devices. */
    private static final String SILENT = """
            select organization_id, count(*) from device
            where (invalidated_at is null or invalidated_at > :now) and coalesce(last_used_at, created_at) < :heard
            group by organization_id""";

    /** The same condition as in a list of devices with such a certificate. */
    private static final String EXPIRING = """
            select d.organization_id, count(distinct d.id)
            from credential_certificate c join device d on d.id = c.device_id
            where c.revoked_at is null and c.not_after > :now and c.not_after <= :soon
              and (d.invalidated_at is null or d.invalidated_at > :now)
              and not exists (select 1 from credential_certificate n
                where n.device_id = c.device_id and n.revoked_at is null and n.not_after > :soon)
            group by d.organization_id""";

    @Inject
    private Store store;

    /** Devices that are valid and have not been heard since this time. */
    Map<UUID, Long> silent(Instant now, Instant heard) {
        return counts(query(SILENT).setParameter("now", now).setParameter("heard", heard));
    }

    /** Valid devices whose newest own certificate expires until this time. */
    Map<UUID, Long> expiring(Instant now, Instant soon) {
        return counts(query(EXPIRING).setParameter("now", now).setParameter("soon", soon));
    }

    private Query query(String sql) {
        return store.entityManager().createNativeQuery(sql);
    }

    @SuppressWarnings("unchecked")
    private static Map<UUID, Long> counts(Query query) {
        List<Object[]> rows = query.getResultList();
        return rows.stream()
                .collect(Collectors.toMap(row -> NativeValue.id(row[0]), row -> NativeValue.number(row[1])));
    }
}
