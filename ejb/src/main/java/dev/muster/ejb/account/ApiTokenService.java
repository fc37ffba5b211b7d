package dev.muster.ejb.account;

import dev.muster.domain.account.ApiToken;
import dev.muster.domain.account.PortalUser;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.Secrets;
import dev.muster.domain.shared.TenantName;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Store;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** API tokens: each user makes and revokes their own. */
@Stateless
public class ApiTokenService {

    /** If nobody renews a token for a year, it is probably forgotten. */
    public static final int MAX_DAYS = 365;

    /** Every token begins with this, so that people and scanners recognize a leaked token. */
    private static final String PREFIX = "muster_";

    @Inject
    private AccountRepository accounts;

    @Inject
    private Store store;

    @Inject
    private Clock clock;

    @Inject
    private SecureRandom random;

    /**
     * Makes a token.
     *
     * @param days how long the token is valid, 1 to {@value #MAX_DAYS} days of 24 hours
     * @throws ProblemException {@code validation-failed}
     */
    public IssuedApiToken issue(Caller caller, String name, int days) {
        if (days < 1 || days > MAX_DAYS) {
            throw ProblemException.invalid(
                    "A token of " + days + " days was asked for; 1 to " + MAX_DAYS + " are allowed.");
        }
        Instant now = clock.instant();
        String secret = PREFIX + Secrets.newAccessToken(random);
        ApiToken token = new ApiToken(
                store.get(PortalUser.class, caller.userId()),
                new TenantName(name),
                Secrets.sha256Base64Url(secret),
                now,
                now.plus(Duration.ofDays(days)));
        accounts.add(token);
        return new IssuedApiToken(token.id(), secret, token.expiresAt());
    }

    /** The owner of a valid token. The token is found by its hash, so no comparison can leak it. */
    @Access(Rule.EVERYONE)
    public Optional<Caller> authenticate(String secret) {
        return accounts.token(Secrets.sha256Base64Url(secret))
                .filter(token -> token.isValid(clock.instant()))
                .map(token -> token.user().asCaller());
    }

    /**
     * The caller's own tokens that are not revoked, newest first.
     *
     * @param search a part of the name; null or blank finds all
     */
    public Page<ApiToken> list(Caller caller, @Nullable String search, PageRequest request) {
        return accounts.tokens(caller.userId(), new SearchText(search), request);
    }

    /**
     * Revokes one of the caller's own tokens.
     *
     * @throws ProblemException {@code not-found}
     */
    public void revoke(Caller caller, UUID tokenId) {
        ApiToken token = store.get(ApiToken.class, tokenId);
        if (!token.user().id().equals(caller.userId())) {
            throw ProblemException.notFound();
        }
        token.revoke(clock.instant());
    }
}
