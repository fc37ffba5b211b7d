package dev.muster.ejb.quota;

import dev.muster.domain.quota.Quota;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Counts what happens in a period, also beyond the limit, and says whether the limit is exceeded. The count is right for
 * all servers together.
 */
@ApplicationScoped
public class QuotaTally {

    @Inject
    private QuotaRepository quotas;

    @Inject
    private QuotaRows rows;

    @Inject
    private QuotaAmounts amounts;

    @Inject
    private QuotaTransactions transactions;

    @Inject
    private Clock clock;

    /**
     * Counts.
     *
     * @param apart whether to count in a transaction of its own, so that nobody waits until a long transaction ends
     * @return whether the count is within the limit
     */
    public boolean add(UUID tenant, Quota quota, long more, boolean apart) {
        Instant start = start(quota);
        if (!add(tenant, quota, start, more, apart)) {
            rows.begin(tenant, quota, start, 0);
            add(tenant, quota, start, more, apart);
        }
        return !isExceeded(tenant, quota);
    }

    /** @return false if the period has no row */
    private boolean add(UUID tenant, Quota quota, Instant start, long more, boolean apart) {
        return apart
                ? transactions.addApart(tenant, quota, start, more)
                : quotas.add(tenant, quota, start, more, Long.MAX_VALUE);
    }

    /** Whether more than the limit has been counted in this period. */
    public boolean isExceeded(UUID tenant, Quota quota) {
        return quotas.amount(tenant, quota, start(quota)).orElse(0) > amounts.limit(tenant, quota);
    }

    private Instant start(Quota quota) {
        return quota.period().startOf(clock.instant());
    }
}
