package dev.muster.ejb.quota;

import dev.muster.domain.quota.Quota;
import dev.muster.domain.quota.QuotaReachedException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Keeps the uses in a period within their quotas, on all servers together. A server takes uses out of the database in
 * advance, a part of the limit at a time, and gives them to requests from memory. So the limit is never exceeded, and
 * few requests cost a statement. What a server has taken and not given is lost at the end of the period: a tenant may
 * be refused although up to a fiftieth of the limit is left on each other server.
 */
@ApplicationScoped
public class QuotaRates {

    /** A server takes at most this part of the limit at a time. */
    private static final int PARTS = 50;

    /** A server takes this many at least, if they are not more than a part. */
    private static final int LEAST = 10;

    /** After a refusal the database is asked again only after this time, in which somebody may have raised the limit. */
    private static final Duration REFUSED = Duration.ofMillis(700);

    private static final int REMEMBERED = 10_000;

    private final Map<Key, Taken> taken = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Taken> eldest) {
            return size() > REMEMBERED;
        }
    };

    @Inject
    private QuotaTransactions transactions;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry current;

    @Inject
    private QuotaRows rows;

    @Inject
    private QuotaLimits limits;

    @Inject
    private Clock clock;

    /**
     * Uses up some of a quota.
     *
     * @param uses how many; a request that needs more than are left uses none
     * @throws QuotaReachedException {@code rate-limited}, with the time until the period ends
     */
    public void use(UUID tenant, Quota quota, int uses) {
        int limit = limits.of(tenant, quota);
        if (limit == Quota.UNLIMITED || uses == 0) {
            return;
        }
        Instant now = clock.instant();
        if (!of(tenant, quota).give(quota.period().startOf(now), uses, limit)) {
            throw QuotaReachedException.ofRate(quota, limit, quota.period().secondsLeft(now));
        }
    }

    /** What this server has taken out of the database for this period and not given to requests. */
    long left(UUID tenant, Quota quota, Instant start) {
        return of(tenant, quota).left(start);
    }

    private Taken of(UUID tenant, Quota quota) {
        synchronized (taken) {
            return taken.computeIfAbsent(new Key(tenant, quota), Taken::new);
        }
    }

    private record Key(UUID tenant, Quota quota) {}

    /** What this server has taken out of the database for one quota of one tenant. */
    private final class Taken {

        private final Key key;
        private Instant start = Instant.EPOCH;
        private int limit;
        private boolean begun;
        private long given;
        private long left;
        private long refusedUntil;

        Taken(Key key) {
            this.key = key;
        }

        /** One request at a time, so that many requests that need more take it from the database only once. */
        synchronized boolean give(Instant period, int uses, int currentLimit) {
            if (!period.equals(start)) {
                begin(period);
            }
            if (currentLimit != limit) {
                left = currentLimit < limit ? 0 : left;
                limit = currentLimit;
                refusedUntil = 0;
            }
            if (left < uses && !takeFor(uses)) {
                return false;
            }
            left -= uses;
            given += uses;
            return true;
        }

        private void begin(Instant period) {
            start = period;
            begun = false;
            given = 0;
            left = 0;
            refusedUntil = 0;
        }

        /** Takes as much again as this server has given, so that a tenant with few uses has few taken. */
        private boolean takeFor(int uses) {
            long now = System.nanoTime();
            if (refusedUntil != 0 && now - refusedUntil < 0) {
                return false;
            }
            long needed = uses - left;
            long part = Math.max(needed, Math.min(limit / PARTS, Math.max(given, LEAST)));
            if (take(part) || part > needed && take(needed)) {
                return true;
            }
            refusedUntil = now + REFUSED.toNanos();
            return false;
        }

        private boolean take(long part) {
            if (!begun) {
                rows.begin(key.tenant, key.quota, start, 0);
                begun = true;
            }
            boolean took = transactions.take(key.tenant, key.quota, start, part, limit);
            if (took) {
                left += part;
                giveBackIfRolledBack(part, start);
            }
            return took;
        }

        /** If the transaction that took it is rolled back, the database has it again. */
        private void giveBackIfRolledBack(long part, Instant period) {
            if (current.getTransactionStatus() == Status.STATUS_ACTIVE) {
                current.registerInterposedSynchronization(new Synchronization() {
                    @Override
                    public void beforeCompletion() {
                        // the database decides
                    }

                    @Override
                    public void afterCompletion(int status) {
                        if (status != Status.STATUS_COMMITTED) {
                            lose(part, period);
                        }
                    }
                });
            }
        }

        private synchronized void lose(long part, Instant period) {
            left = period.equals(start) ? Math.max(0, left - part) : left;
        }

        synchronized long left(Instant period) {
            return period.equals(start) ? left : 0;
        }
    }
}
