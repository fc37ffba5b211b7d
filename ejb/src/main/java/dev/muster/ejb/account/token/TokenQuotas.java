package dev.muster.ejb.account.token;

import dev.muster.domain.account.ApiToken;
import dev.muster.domain.quota.Quota;
import dev.muster.domain.quota.QuotaReachedException;
import dev.muster.ejb.account.AccountRepository;
import dev.muster.ejb.quota.QuotaAmounts;
import dev.muster.ejb.quota.QuotaMeter;
import dev.muster.ejb.shared.CurrentScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.ToLongFunction;

/** How many valid API tokens the users of a tenant may have together. */
@ApplicationScoped
class TokenQuotas implements QuotaMeter {

    private static final String ADVICE =
            "Revoke tokens that you no longer need, or ask an administrator for a higher quota.";

    @Inject
    private QuotaAmounts amounts;

    @Inject
    private AccountRepository accounts;

    @Inject
    private Clock clock;

    /**
     * Counts a token that this transaction adds; tokens of users without a tenant are not counted.
     *
     * @throws QuotaReachedException if the tenant has as many as it may have
     */
    void add(ApiToken token) {
        UUID tenant = Objects.requireNonNull(token.membership()).tenantId();
        if (tenant != null) {
            amounts.require(tenant, Quota.API_TOKENS, 1, ADVICE, () -> valid(tenant));
        }
    }

    /** Tokens are seen only by their own users, so all are seen for this count. */
    private long valid(UUID tenant) {
        return CurrentScope.ofPlatform(() -> accounts.validTokens(tenant, clock.instant()));
    }

    @Override
    public Map<Quota, ToLongFunction<UUID>> amounts() {
        return Map.of(Quota.API_TOKENS, this::valid);
    }
}
