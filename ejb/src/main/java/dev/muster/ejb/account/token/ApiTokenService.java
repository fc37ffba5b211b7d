package dev.muster.ejb.account.token;

import dev.muster.domain.account.ApiToken;
import dev.muster.domain.account.Membership;
import dev.muster.domain.account.TokenText;
import dev.muster.domain.quota.QuotaReachedException;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.Secrets;
import dev.muster.domain.shared.TenantName;
import dev.muster.domain.shared.event.EventKind;
import dev.muster.domain.transparency.Act;
import dev.muster.domain.transparency.LoggedAct;
import dev.muster.ejb.account.AccountRepository;
import dev.muster.ejb.account.session.SessionRepository;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Store;
import dev.muster.ejb.shared.event.Audited;
import dev.muster.ejb.transparency.ActLog;
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

    @Inject
    private ActLog acts;

    @Inject
    private AccountRepository accounts;

    @Inject
    private SessionRepository sessions;

    @Inject
    private TokenQuotas quotas;

    @Inject
    private Store store;

    @Inject
    private Clock clock;

    @Inject
    private SecureRandom random;

    /**
     * Makes a token for one of the caller's memberships.
     *
     * @throws ProblemException {@code validation-failed}
     * @throws QuotaReachedException if the users of the tenant have as many valid tokens as they may have
     */
    @Audited(EventKind.TOKEN_CREATED)
    public IssuedApiToken issue(Caller caller, NewToken wanted) {
        int days = wanted.days();
        if (days < 1 || days > MAX_DAYS) {
            throw ProblemException.invalid(
                    "A token of " + days + " days was asked for; 1 to " + MAX_DAYS + " are allowed.");
        }
        Instant now = clock.instant();
        String secret = TokenText.create(random);
        ApiToken token = new ApiToken(
                membership(caller, wanted.tenantId()),
                new TenantName(wanted.name()),
                Secrets.sha256Base64Url(secret),
                wanted.rights(),
                now,
                now.plus(Duration.ofDays(days)));
        quotas.add(token);
        accounts.add(token);
        acts.record(LoggedAct.of(Act.TOKEN_CREATED, caller).object("token", token.id()));
        return new IssuedApiToken(token.id(), secret, token.expiresAt());
    }

    private Membership membership(Caller caller, @Nullable UUID tenantId) {
        UUID wanted = tenantId == null ? caller.tenantId() : tenantId;
        return sessions.membership(caller.userId(), Optional.ofNullable(wanted))
                .orElseThrow(() -> ProblemException.invalid(
                        "You do not work for this tenant; leave the id out, or send one of your own tenants."));
    }

    /** The owner of a valid token. The token is found by its hash, so no comparison can leak it. */
    @Access(Rule.EVERYONE)
    public Optional<AuthenticatedToken> authenticate(String secret) {
        if (!TokenText.isPossible(secret)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<ApiToken> token =
                accounts.token(Secrets.sha256Base64Url(secret)).filter(found -> found.isValid(now));
        Optional<AuthenticatedToken> owner = token.map(AuthenticatedToken::of);
        token.filter(found -> found.isUseDue(now)).ifPresent(found -> accounts.used(found, now));
        return owner;
    }

    /** How many of the caller's tokens can be used. */
    public long count(Caller caller) {
        return accounts.tokenCount(caller.userId(), clock.instant());
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
    @Audited(EventKind.TOKEN_REVOKED)
    public void revoke(Caller caller, UUID tokenId) {
        ApiToken token = store.get(ApiToken.class, tokenId);
        if (!token.user().id().equals(caller.userId())) {
            throw ProblemException.notFound();
        }
        token.revoke(clock.instant());
        acts.record(LoggedAct.of(Act.TOKEN_REVOKED, caller).object("token", tokenId));
    }
}
