package dev.muster.ejb.applications;

import dev.muster.domain.quota.Quota;
import dev.muster.domain.quota.QuotaReachedException;
import dev.muster.ejb.quota.QuotaAmounts;
import dev.muster.ejb.quota.QuotaMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongFunction;

/** How many applications an organization may have. */
@ApplicationScoped
class ApplicationQuotas implements QuotaMeter {

    private static final String ADVICE =
            "Delete an application that you no longer need, or ask an administrator for a higher quota.";

    @Inject
    private QuotaAmounts amounts;

    @Inject
    private ApplicationRepository applications;

    /**
     * Counts an application that has just been added in this transaction.
     *
     * @throws QuotaReachedException if the organization may have no more
     */
    void added(UUID organizationId) {
        amounts.require(organizationId, Quota.APPLICATIONS, 1, ADVICE, () -> applications.count(organizationId) - 1);
    }

    @Override
    public Map<Quota, ToLongFunction<UUID>> amounts() {
        return Map.of(Quota.APPLICATIONS, applications::count);
    }
}
