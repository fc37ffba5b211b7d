package dev.muster.ejb.quota;

import dev.muster.domain.quota.Quota;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * The statements of quotas that are also needed outside of any transaction. Within a transaction of the caller they are
 * part of it, so that a request of a device needs no second connection, unless their comments say otherwise.
 */
@Stateless
@Access(Rule.SYSTEM)
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class QuotaTransactions {

    /** So that administrators see the days of the last three months. */
    private static final Duration KEPT_DAYS = Duration.ofDays(92);

    private static final Duration KEPT = Duration.ofDays(1);

    @Inject
    private QuotaRepository quotas;

    /** The limits that are set for a tenant. */
    public Map<Quota, Integer> limits(UUID tenant) {
        return quotas.limits(tenant);
    }

    /**
     * Makes the row of a period, unless it exists, and deletes the rows of periods that are long over. This is a
     * transaction of its own, because it may fail if another one makes the same row.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void begin(UUID tenant, Quota quota, Instant start, long amount) {
        if (quotas.begin(tenant, quota, start, amount) && !start.equals(Instant.EPOCH)) {
            quotas.forget(tenant, quota, start.minus(quota == Quota.HELD_ELSEWHERE ? KEPT_DAYS : KEPT));
        }
    }

    /** Takes uses out of a period if its row exists and has as many left. */
    public boolean take(UUID tenant, Quota quota, Instant start, long uses, long limit) {
        return quotas.add(tenant, quota, start, uses, limit);
    }

    /** Adds to a period, also beyond the limit, in a transaction of its own; returns false if the period has no row. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean addApart(UUID tenant, Quota quota, Instant start, long more) {
        return quotas.add(tenant, quota, start, more, Long.MAX_VALUE);
    }
}
