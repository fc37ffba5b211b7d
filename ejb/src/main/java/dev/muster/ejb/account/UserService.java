package dev.muster.ejb.account;

import dev.muster.domain.account.Membership;
import dev.muster.domain.account.PortalUser;
import dev.muster.domain.account.UserSession;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.event.EventKind;
import dev.muster.domain.transparency.Act;
import dev.muster.domain.transparency.LoggedAct;
import dev.muster.ejb.account.acts.UserActs;
import dev.muster.ejb.account.session.SessionRepository;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Store;
import dev.muster.ejb.shared.event.Audited;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The life of the portal's users, for administrators: from the invitation to the deletion. Whatever takes rights from a
 * user ends the user's sessions and API tokens in the same transaction, so it counts on every server at once.
 */
@Stateless
public class UserService {

    @Inject
    private UserActs acts;

    @Inject
    private AccountTransactions transactions;

    @Inject
    private AccountRepository accounts;

    @Inject
    private MembershipRepository memberships;

    @Inject
    private SessionRepository sessions;

    @Inject
    private LastAdministrator administrators;

    @Inject
    private UserAccess access;

    @Inject
    private OneTimeLinks links;

    @Inject
    private TenantPlaces places;

    @Inject
    private PasswordRules rules;

    @Inject
    private PasswordHashing hashing;

    @Inject
    private Store store;

    @Inject
    private Clock clock;

    /**
     * Makes a user: with a first password, which the user must change in the portal, or with a link.
     *
     * @throws ProblemException {@code validation-failed}, or {@code conflict} if the name is taken
     * @throws ProblemException {@code rate-limited} if too many passwords are being checked
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    @Audited(EventKind.USER_CREATED)
    public CreatedUser create(Caller caller, NewUser wanted) {
        caller.requireAdministrator();
        Instant now = clock.instant();
        PortalUser user = wanted.user(now);
        String password = wanted.password();
        if (password != null) {
            rules.check(password, user.username(), wanted.place().tenants());
        }
        Membership membership = places.membership(user, wanted.place(), now);
        if (password == null) {
            return links.invite(user, membership, UserActs.of(Act.USER_INVITED, caller, membership), now);
        }
        user.takePassword(hashing.hash(HashRequester.known(caller), password));
        LoggedAct act = UserActs.of(Act.USER_CREATED, caller, membership);
        return new CreatedUser(transactions.add(user, membership, Optional.empty(), act), Optional.empty());
    }

    /** @param search a part of the user name or of the name for people; null or blank finds all */
    public Page<UserEntry> list(Caller caller, @Nullable String search, PageRequest request) {
        caller.requireAdministrator();
        Page<PortalUser> users = accounts.all(new SearchText(search), request);
        Map<UUID, List<MembershipEntry>> entries = users.items().isEmpty()
                ? Map.of()
                : memberships.of(users.items().stream().map(PortalUser::id).toList());
        return new Page<>(
                users.items().stream()
                        .map(user -> new UserEntry(user, entries.getOrDefault(user.id(), List.of())))
                        .toList(),
                users.total());
    }

    /** @throws ProblemException {@code not-found}, also if the user is deleted */
    public UserEntry get(Caller caller, UUID userId) {
        caller.requireAdministrator();
        PortalUser user = store.get(PortalUser.class, userId);
        requirePresent(user);
        return new UserEntry(user, memberships.ofUser(userId));
    }

    /**
     * Changes a user. A new role, and being disabled, end the user's sessions and API tokens.
     *
     * @throws ProblemException {@code conflict} if this would lock out the caller or the last administrator, or if
     *     single sign-on decides the role
     */
    @Audited(EventKind.USER_CHANGED)
    public UserEntry change(Caller caller, UUID userId, UserChange change) {
        caller.requireAdministrator();
        boolean locksOut = change.disabled().orElse(false);
        if (change.place().isPresent() || locksOut) {
            administrators.requireAnother(caller, userId, change);
        }
        PortalUser user = lock(userId);
        change.displayName().ifPresent(name -> user.showAs(NewUser.shown(name)));
        if (change.place().isPresent()) {
            requireOwnRights(user);
        }
        List<LoggedAct> moved =
                change.place().map(place -> move(caller, user, place)).orElse(List.of());
        change.disabled().ifPresent(disabled -> disable(user, disabled));
        store.flush("The user works for this tenant already; change the role there.");
        moved.forEach(acts::record);
        change.acts().forEach(act -> acts.record(act, caller, userId));
        return new UserEntry(user, memberships.ofUser(userId));
    }

    private List<LoggedAct> move(Caller caller, PortalUser user, Place place) {
        Membership home = memberships.home(user.id()).orElseThrow(ProblemException::notFound);
        List<LoggedAct> done = UserActs.moved(caller, home, places.role(place), places.tenantOf(place));
        access.end(user, clock.instant());
        return done;
    }

    private void disable(PortalUser user, boolean disabled) {
        if (disabled) {
            user.disable(clock.instant());
            access.end(user, clock.instant());
        } else {
            user.enable();
        }
    }

    /**
     * Deletes a user. What the user has made stays, and no longer tells who made it.
     *
     * @throws ProblemException {@code conflict} if this would delete the caller or the last administrator
     */
    @Audited(EventKind.USER_DELETED)
    public void delete(Caller caller, UUID userId) {
        caller.requireAdministrator();
        administrators.requireAnother(caller, userId);
        acts.record(Act.USER_DELETED, caller, userId);
        access.delete(lock(userId), clock.instant());
    }

    /**
     * Ends the user's password, sessions and API tokens, and makes a link with which the user chooses a password.
     *
     * @throws ProblemException {@code conflict} if the user is the caller
     */
    @Audited(EventKind.USER_RESET)
    public IssuedLink reset(Caller caller, UUID userId) {
        caller.requireAdministrator();
        administrators.requireOther(caller, userId);
        PortalUser user = lock(userId);
        if (user.isOfProvider()) {
            throw LastAdministrator.conflict("The user logs in by single sign-on and has no password here.");
        }
        user.forgetPassword();
        access.end(user, clock.instant());
        acts.record(Act.USER_RESET, caller, userId);
        return links.replace(userId, clock.instant());
    }

    /** Ends all sessions of a user. */
    @Audited(EventKind.SESSION_ENDED)
    public void endSessions(Caller caller, UUID userId) {
        caller.requireAdministrator();
        sessions.endAll(lock(userId).id());
        acts.record(Act.SESSION_ENDED, caller, userId);
    }

    /** Revokes all API tokens of a user. */
    @Audited(EventKind.TOKEN_REVOKED)
    public void endTokens(Caller caller, UUID userId) {
        caller.requireAdministrator();
        accounts.revokeTokens(lock(userId).id(), false, clock.instant());
        acts.record(Act.TOKEN_REVOKED, caller, userId);
    }

    /** The sessions of a user, the newest first. */
    public Page<UserSession> sessions(Caller caller, UUID userId, PageRequest request) {
        caller.requireAdministrator();
        return sessions.ofUser(userId, clock.instant(), new SearchText(null), request);
    }

    /** How many API tokens of a user can be used. */
    public long tokenCount(Caller caller, UUID userId) {
        caller.requireAdministrator();
        return accounts.tokenCount(userId, clock.instant());
    }

    /**
     * Lets a user work for one more tenant.
     *
     * @throws ProblemException {@code conflict} if the user works for it already
     */
    @Audited(EventKind.MEMBERSHIP_ADDED)
    public UserEntry join(Caller caller, UUID userId, Place place) {
        caller.requireAdministrator();
        PortalUser user = lock(userId);
        requireOwnRights(user);
        Membership membership = places.membership(user, place, clock.instant());
        memberships.add(membership);
        acts.record(Act.MEMBERSHIP_ADDED, caller, membership);
        return new UserEntry(user, memberships.ofUser(userId));
    }

    /**
     * Ends the user's work for a tenant, with the sessions and tokens that the user has there.
     *
     * @throws ProblemException {@code conflict} if it is the only one, or if the last administrator would go
     */
    @Audited(EventKind.MEMBERSHIP_REMOVED)
    public UserEntry leave(Caller caller, UUID userId, UUID membershipId) {
        caller.requireAdministrator();
        administrators.requireAnother(caller, userId, membershipId);
        PortalUser user = lock(userId);
        requireOwnRights(user);
        Membership membership = memberships.find(userId, membershipId).orElseThrow(ProblemException::notFound);
        if (memberships.ofUser(userId).size() == 1) {
            throw LastAdministrator.conflict(
                    "The user works for no other tenant. Delete or disable the user, or add another tenant first.");
        }
        acts.record(Act.MEMBERSHIP_REMOVED, caller, membership);
        memberships.remove(membership);
        return new UserEntry(user, memberships.ofUser(userId));
    }

    /** The groups of the provider decide at each login, so another change would not last. */
    private static void requireOwnRights(PortalUser user) {
        if (user.isOfProvider()) {
            throw LastAdministrator.conflict(
                    "The user's groups at single sign-on decide this. Change them there, or disable the user here.");
        }
    }

    private PortalUser lock(UUID userId) {
        PortalUser user = store.lock(PortalUser.class, userId);
        requirePresent(user);
        return user;
    }

    private static void requirePresent(PortalUser user) {
        if (user.isDeleted()) {
            throw ProblemException.notFound();
        }
    }
}
