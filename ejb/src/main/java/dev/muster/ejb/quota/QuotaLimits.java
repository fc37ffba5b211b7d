package dev.muster.ejb.quota;

import dev.muster.domain.quota.Quota;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The limits of tenants, for requests that must not ask the database each time. A server reads the limits of a tenant
 * again when it needs them and has known them for {@link #MILLIS_KNOWN}, so a change counts on all servers within a
 * second.
 */
@ApplicationScoped
public class QuotaLimits {

    /** Together with the time of the query this is less than a second. */
    private static final long MILLIS_KNOWN = 700;

    private static final int REMEMBERED = 10_000;

    private final Map<UUID, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Known> eldest) {
            return size() > REMEMBERED;
        }
    };

    @Inject
    private QuotaTransactions transactions;

    @Inject
    private QuotaSettings settings;

    /** The limit of a tenant, as it is or was less than a second ago. */
    public int of(UUID tenant, Quota quota) {
        return limits(tenant).getOrDefault(quota, settings.of(quota));
    }

    private Map<Quota, Integer> limits(UUID tenant) {
        long now = System.nanoTime() / 1_000_000;
        synchronized (known) {
            Known found = known.get(tenant);
            if (found != null && now - found.readAt < MILLIS_KNOWN) {
                return found.limits;
            }
        }
        Map<Quota, Integer> read = transactions.limits(tenant);
        synchronized (known) {
            known.put(tenant, new Known(read, now));
        }
        return read;
    }

    /** @param readAt by the clock of {@link System#nanoTime}, in milliseconds */
    private record Known(Map<Quota, Integer> limits, long readAt) {}
}
