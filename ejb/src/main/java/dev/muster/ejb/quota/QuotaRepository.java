package dev.muster.ejb.quota;

import dev.muster.domain.quota.Quota;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/** The limits that are set for tenants, and the uses that are noted. */
@ApplicationScoped
class QuotaRepository {

    private static final String OF_PERIOD = "where tenant_id = :tenant and quota = :quota and period_start = :start";

    @Inject
    private Store store;

    /** The limits that are set for a tenant. */
    Map<Quota, Integer> limits(UUID tenant) {
        List<?> rows = store.entityManager()
                .createNativeQuery("select quota, amount from quota_limit where tenant_id = :tenant")
                .setParameter("tenant", tenant)
                .getResultList();
        Map<Quota, Integer> limits = new EnumMap<>(Quota.class);
        rows.stream()
                .map(Object[].class::cast)
                .forEach(row -> Quota.named((String) row[0])
                        .ifPresent(quota -> limits.put(quota, ((Number) row[1]).intValue())));
        return limits;
    }

    /** Removes the limit that is set for a tenant. */
    void reset(UUID tenant, Quota quota) {
        store.entityManager()
                .createNativeQuery("delete from quota_limit where tenant_id = :tenant and quota = :quota")
                .setParameter("tenant", tenant)
                .setParameter("quota", quota.code())
                .executeUpdate();
    }

    /** Sets the limit of a tenant. */
    void set(UUID tenant, Quota quota, int limit, Instant now) {
        reset(tenant, quota);
        store.entityManager()
                .createNativeQuery("""
                        insert into quota_limit (tenant_id, quota, amount, changed_at)
                        values (:tenant, :quota, :amount, :now)""")
                .setParameter("tenant", tenant)
                .setParameter("quota", quota.code())
                .setParameter("amount", limit)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Makes the row of a period, unless it exists. */
    boolean begin(UUID tenant, Quota quota, Instant start, long amount) {
        return store.entityManager()
                        .createNativeQuery("""
                                insert into quota_use (tenant_id, quota, period_start, amount)
                                values (:tenant, :quota, :start, :amount) on conflict do nothing""")
                        .setParameter("tenant", tenant)
                        .setParameter("quota", quota.code())
                        .setParameter("start", start)
                        .setParameter("amount", amount)
                        .executeUpdate()
                > 0;
    }

    /** Deletes the rows of periods that began before this time. */
    void forget(UUID tenant, Quota quota, Instant before) {
        store.entityManager()
                .createNativeQuery(
                        "delete from quota_use where tenant_id = :tenant and quota = :quota and period_start < :before")
                .setParameter("tenant", tenant)
                .setParameter("quota", quota.code())
                .setParameter("before", before)
                .executeUpdate();
    }

    /** Deletes the limits and the uses of a tenant. */
    void forget(UUID tenant) {
        for (String table : List.of("quota_limit", "quota_use")) {
            store.entityManager()
                    .createNativeQuery("delete from " + table + " where tenant_id = :tenant")
                    .setParameter("tenant", tenant)
                    .executeUpdate();
        }
    }

    /**
     * Adds to a period if the sum is within the limit.
     *
     * @return false if it is not, or if the period has no row
     */
    boolean add(UUID tenant, Quota quota, Instant start, long more, long limit) {
        return store.entityManager()
                        .createNativeQuery("update quota_use set amount = amount + :more " + OF_PERIOD
                                + " and amount + :more <= :limit")
                        .setParameter("more", more)
                        .setParameter("limit", limit)
                        .setParameter("tenant", tenant)
                        .setParameter("quota", quota.code())
                        .setParameter("start", start)
                        .executeUpdate()
                > 0;
    }

    /** What is noted of a period; empty if it has no row. */
    OptionalLong amount(UUID tenant, Quota quota, Instant start) {
        return amount(tenant, quota, start, "");
    }

    /** The same, and locks the row until the transaction ends. */
    OptionalLong lock(UUID tenant, Quota quota, Instant start) {
        return amount(tenant, quota, start, " for update");
    }

    private OptionalLong amount(UUID tenant, Quota quota, Instant start, String lock) {
        List<?> rows = store.entityManager()
                .createNativeQuery("select amount from quota_use " + OF_PERIOD + lock)
                .setParameter("tenant", tenant)
                .setParameter("quota", quota.code())
                .setParameter("start", start)
                .getResultList();
        return rows.stream().mapToLong(row -> ((Number) row).longValue()).findFirst();
    }

    /** Notes an amount. The caller has locked the row. */
    void note(UUID tenant, Quota quota, Instant start, long amount) {
        store.entityManager()
                .createNativeQuery("update quota_use set amount = :amount " + OF_PERIOD)
                .setParameter("amount", amount)
                .setParameter("tenant", tenant)
                .setParameter("quota", quota.code())
                .setParameter("start", start)
                .executeUpdate();
    }

    /** The periods that are kept, as their beginnings and amounts, the newest first. */
    List<Object[]> periods(UUID tenant, Quota quota) {
        List<?> rows = store.entityManager()
                .createNativeQuery("""
                        select period_start, amount from quota_use
                        where tenant_id = :tenant and quota = :quota order by period_start desc""")
                .setParameter("tenant", tenant)
                .setParameter("quota", quota.code())
                .getResultList();
        return rows.stream().map(Object[].class::cast).toList();
    }
}
