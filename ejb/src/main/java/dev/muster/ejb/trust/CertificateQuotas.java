package dev.muster.ejb.trust;

import dev.muster.domain.quota.Quota;
import dev.muster.domain.quota.QuotaReachedException;
import dev.muster.ejb.quota.QuotaAmounts;
import dev.muster.ejb.quota.QuotaMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongFunction;

/** How many valid certificates a manufacturer may have. */
@ApplicationScoped
class CertificateQuotas implements QuotaMeter {

    private static final String ADVICE =
            "Delete certificates that you no longer need, or ask an administrator for a higher quota.";

    @Inject
    private QuotaAmounts amounts;

    @Inject
    private CertificateRepository certificates;

    @Inject
    private Clock clock;

    /** Saves the making of a key that could not be used. {@link #add} decides. */
    void requireRoom(UUID manufacturer, Instant now) {
        int limit = amounts.limit(manufacturer, Quota.CERTIFICATES);
        boolean full = limit != Quota.UNLIMITED
                && amounts.bound(manufacturer, Quota.CERTIFICATES) >= limit
                && valid(manufacturer, now) >= limit;
        if (full) {
            throw QuotaReachedException.ofAmount(Quota.CERTIFICATES, limit, ADVICE);
        }
    }

    /** Counts a certificate that this transaction adds. */
    void add(UUID manufacturer, Instant now) {
        amounts.require(manufacturer, Quota.CERTIFICATES, 1, ADVICE, () -> valid(manufacturer, now));
    }

    private long valid(UUID manufacturer, Instant now) {
        return certificates.inForce(List.of(manufacturer), now).getOrDefault(manufacturer, 0L);
    }

    @Override
    public Map<Quota, ToLongFunction<UUID>> amounts() {
        return Map.of(Quota.CERTIFICATES, manufacturer -> valid(manufacturer, clock.instant()));
    }
}
