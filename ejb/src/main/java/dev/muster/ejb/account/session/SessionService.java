package dev.muster.ejb.account.session;

import dev.muster.domain.account.Membership;
import dev.muster.domain.account.PortalUser;
import dev.muster.domain.account.SessionOrigin;
import dev.muster.domain.account.UserSession;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.Secrets;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Sessions of the portal. Each request for a page asks {@link #check}, on every server, and nothing is cached: a session
 * that has ended here has ended everywhere.
 */
@Stateless
public class SessionService {

    @Inject
    private SessionRepository sessions;

    @Inject
    private Store store;

    @Inject
    private Clock clock;

    @Inject
    private SecureRandom random;

    @Inject
    @ConfigProperty(name = "muster.session-hours", defaultValue = "12")
    private int hours;

    @Inject
    @ConfigProperty(name = "muster.sessions-per-user", defaultValue = "10")
    private int limit;

    /**
     * Begins a session of a user who has just proved who it is. If the user has as many sessions as are allowed, the
     * oldest ones end.
     *
     * @throws ProblemException {@code not-found} if the user has lost the membership meanwhile
     */
    public NewSession begin(Caller caller, SessionOrigin from) {
        PortalUser user = store.lock(PortalUser.class, caller.userId());
        Membership membership = membership(caller.userId(), caller.tenantId());
        Instant now = clock.instant();
        sessions.removeEnded(now);
        List<UUID> present = sessions.idsOf(user.id());
        present.stream()
                .limit(Math.max(0, present.size() - limit + 1))
                .forEach(oldest -> sessions.end(user.id(), oldest));
        String secret = Secrets.newAccessToken(random);
        sessions.add(new UserSession(membership, Secrets.sha256Base64Url(secret), from, now, Duration.ofHours(hours)));
        return new NewSession(membership.asCaller(), secret);
    }

    /** The session with this secret, with its user's present rights; empty if it has ended. */
    @Access(Rule.EVERYONE)
    public Optional<CheckedSession> check(String secret) {
        Instant now = clock.instant();
        Optional<UserSession> session = sessions.byHash(Secrets.sha256Base64Url(secret))
                .filter(found -> found.isValid(now) && found.user().isAdmitted());
        Optional<CheckedSession> checked = session.map(CheckedSession::of);
        session.filter(found -> found.isUseDue(now)).ifPresent(found -> sessions.used(found, now));
        return checked;
    }

    /**
     * Gives the caller's session another secret, because the caller's rights have changed.
     *
     * @throws ProblemException {@code not-found} if the session has ended
     */
    public NewSession renew(Caller caller, String secret) {
        UserSession session = own(caller, secret);
        String renewed = Secrets.newAccessToken(random);
        session.renew(Secrets.sha256Base64Url(renewed));
        return new NewSession(session.membership().asCaller(), renewed);
    }

    /**
     * Lets the caller's session work for another tenant of the caller, and gives it another secret.
     *
     * @throws ProblemException {@code not-found} if the session has ended, or if the caller does not work for the tenant
     */
    public NewSession switchTo(Caller caller, String secret, UUID membershipId) {
        UserSession session = own(caller, secret);
        Membership other = store.get(Membership.class, membershipId);
        if (!other.user().id().equals(caller.userId())) {
            throw ProblemException.notFound();
        }
        session.switchTo(other);
        return renew(caller, secret);
    }

    private UserSession own(Caller caller, String secret) {
        return sessions.byHash(Secrets.sha256Base64Url(secret))
                .filter(session -> session.user().id().equals(caller.userId()))
                .orElseThrow(ProblemException::notFound);
    }

    private Membership membership(UUID userId, @Nullable UUID tenantId) {
        return sessions.membership(userId, Optional.ofNullable(tenantId)).orElseThrow(ProblemException::notFound);
    }

    /** Ends the session with this secret: its user logs out. */
    @Access(Rule.EVERYONE)
    public void logOut(String secret) {
        sessions.endByHash(Secrets.sha256Base64Url(secret));
    }

    /**
     * The caller's own sessions, the newest first.
     *
     * @param search a part of the browser's name or of the address; null or blank finds all
     */
    public Page<UserSession> list(Caller caller, @Nullable String search, PageRequest request) {
        return sessions.ofUser(caller.userId(), clock.instant(), new SearchText(search), request);
    }

    /**
     * Ends one of the caller's own sessions.
     *
     * @throws ProblemException {@code not-found}
     */
    public void end(Caller caller, UUID sessionId) {
        if (!sessions.end(caller.userId(), sessionId)) {
            throw ProblemException.notFound();
        }
    }
}
