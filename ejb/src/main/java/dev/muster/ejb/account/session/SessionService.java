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
import dev.muster.domain.shared.event.EventKind;
import dev.muster.domain.transparency.Act;
import dev.muster.domain.transparency.LoggedAct;
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
    private ActLog acts;

    @Inject
    private SessionRepository sessions;

    @Inject
    private SessionDemand demand;

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
    @Audited(EventKind.SESSION_BEGUN)
    public NewSession begin(Caller caller, SessionOrigin from) {
        return open(caller, from, clock.instant());
    }

    /**
     * The same for a user who has logged in at the OpenID provider, perhaps long ago.
     *
     * @param authenticatedAt when the user proved it there; if it is empty, sensitive acts need a new proof
     */
    @Audited(EventKind.SESSION_BEGUN)
    public NewSession begin(Caller caller, SessionOrigin from, Optional<Instant> authenticatedAt) {
        return open(caller, from, authenticatedAt.orElse(Instant.EPOCH));
    }

    private NewSession open(Caller caller, SessionOrigin from, Instant authenticatedAt) {
        PortalUser user = store.lock(PortalUser.class, caller.userId());
        Membership membership = membership(caller.userId(), caller.tenantId());
        Instant now = clock.instant();
        sessions.removeEnded(now);
        List<UUID> present = sessions.idsOf(user.id());
        present.stream()
                .limit(Math.max(0, present.size() - limit + 1))
                .forEach(oldest -> sessions.end(user.id(), oldest));
        String secret = Secrets.newAccessToken(random);
        UserSession session =
                new UserSession(membership, Secrets.sha256Base64Url(secret), from, now, Duration.ofHours(hours));
        session.provedAt(authenticatedAt);
        sessions.add(session);
        user.loggedIn(now);
        acts.record(about(Act.LOGIN, session).hashed("source", from.source()));
        return new NewSession(membership.asCaller(), secret);
    }

    /** The session with this secret, with its user's present rights; empty if it has ended. */
    @Access(Rule.EVERYONE)
    public Optional<CheckedSession> check(String secret) {
        Instant now = clock.instant();
        Optional<UserSession> session = sessions.byHash(Secrets.sha256Base64Url(secret))
                .filter(found -> found.isValid(now) && found.user().isAdmitted());
        Optional<CheckedSession> checked = session.map(found ->
                CheckedSession.of(found, demand.mustAddFactor(found.user().id()), now));
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
    @Audited(EventKind.TENANT_SWITCHED)
    public NewSession switchTo(Caller caller, String secret, UUID membershipId) {
        UserSession session = own(caller, secret);
        Membership other = store.get(Membership.class, membershipId);
        if (!other.user().id().equals(caller.userId())) {
            throw ProblemException.notFound();
        }
        session.switchTo(other);
        return renew(caller, secret);
    }

    /**
     * Notes that the caller has proved once more who it is; {@code LoginService} has checked it.
     *
     * @throws ProblemException {@code not-found} if the session has ended
     */
    public void authenticateAgain(Caller caller, String secret) {
        own(caller, secret).provedAt(clock.instant());
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
        String hash = Secrets.sha256Base64Url(secret);
        sessions.byHash(hash).ifPresent(session -> acts.record(about(Act.LOGOUT, session)));
        sessions.endByHash(hash);
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
    @Audited(EventKind.SESSION_ENDED)
    public void end(Caller caller, UUID sessionId) {
        if (!sessions.end(caller.userId(), sessionId)) {
            throw ProblemException.notFound();
        }
        acts.record(LoggedAct.of(Act.SESSION_ENDED, caller).object("session", sessionId));
    }

    private static LoggedAct about(Act act, UserSession session) {
        return LoggedAct.of(act, session.membership().asCaller()).object("session", session.id());
    }
}
