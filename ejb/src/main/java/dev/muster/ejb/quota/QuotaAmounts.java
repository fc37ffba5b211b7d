package dev.muster.ejb.quota;

import dev.muster.domain.quota.Quota;
import dev.muster.domain.quota.QuotaReachedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Keeps amounts within their quotas. Whoever adds to an amount calls this in the transaction that adds: it locks the
 * tenant's row of the quota until the transaction ends, so transactions of all servers add one after the other.
 *
 * <p>The row has a bound that is never less than the amount. Only additions change it: if something is deleted, the
 * amount is less and the bound stays. So the amount is counted only if the bound would exceed the limit.
 */
@ApplicationScoped
public class QuotaAmounts {

    /** A bound that makes the next addition count. */
    static final long UNKNOWN = Long.MAX_VALUE / 2;

    @Inject
    private QuotaRepository quotas;

    @Inject
    private QuotaRows rows;

    @Inject
    private QuotaSettings settings;

    /** The limit of a tenant as it is now. */
    public int limit(UUID tenant, Quota quota) {
        return quotas.limits(tenant).getOrDefault(quota, settings.of(quota));
    }

    /**
     * Adds to an amount. Call it late in the transaction, because other additions of this tenant wait for its end.
     *
     * @param counted counts what the tenant has without the addition
     * @return the limit if the sum would exceed it: nothing may be added then; empty otherwise
     */
    public OptionalInt add(UUID tenant, Quota quota, long more, LongSupplier counted) {
        int limit = limit(tenant, quota);
        if (limit == Quota.UNLIMITED) {
            quotas.note(tenant, quota, Instant.EPOCH, UNKNOWN);
            return OptionalInt.empty();
        }
        long bound = lock(tenant, quota) + more;
        long sum = bound <= limit ? bound : counted.getAsLong() + more;
        if (sum > limit) {
            return OptionalInt.of(limit);
        }
        quotas.note(tenant, quota, Instant.EPOCH, sum);
        return OptionalInt.empty();
    }

    /**
     * Like {@link #add}, for additions that are refused as a whole.
     *
     * @param advice what makes room, as a sentence
     * @throws QuotaReachedException if the sum would exceed the limit
     */
    public void require(UUID tenant, Quota quota, long more, String advice, LongSupplier counted) {
        add(tenant, quota, more, counted).ifPresent(limit -> {
            throw QuotaReachedException.ofAmount(quota, limit, advice);
        });
    }

    /** A number that is not less than the amount. */
    public long bound(UUID tenant, Quota quota) {
        return quotas.amount(tenant, quota, Instant.EPOCH).orElse(UNKNOWN);
    }

    /**
     * Locks a tenant's row of a quota until the transaction ends.
     *
     * @return the bound
     */
    public long lock(UUID tenant, Quota quota) {
        OptionalLong bound = quotas.lock(tenant, quota, Instant.EPOCH);
        if (bound.isEmpty()) {
            rows.begin(tenant, quota, Instant.EPOCH, UNKNOWN);
            bound = quotas.lock(tenant, quota, Instant.EPOCH);
        }
        return bound.orElse(UNKNOWN);
    }
}
