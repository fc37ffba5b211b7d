package dev.muster.ejb.account;

import dev.muster.domain.account.Membership;
import dev.muster.domain.account.PortalUser;
import dev.muster.domain.account.UserSession;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.TenantName;
import dev.muster.ejb.account.session.SessionRepository;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Store;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    public CreatedUser create(Caller caller, NewUser wanted) {
        caller.requireAdministrator();
        TenantName username = new TenantName(Objects.requireNonNullElse(wanted.username(), ""));
        if (username.entered().contains(":")) {
            throw ProblemException.invalid(
                    "A user name must not contain a colon: in HTTP Basic a colon ends the name.");
        }
        Instant now = clock.instant();
        PortalUser user = new PortalUser(username, now);
        user.showAs(displayName(wanted.displayName()));
        String password = wanted.password();
        if (password != null) {
            rules.check(
                    password,
                    username.entered(),
                    wanted.place().organizationId(),
                    wanted.place().manufacturerId());
        }
        Membership membership = places.membership(user, wanted.place(), now);
        if (password == null) {
            return links.invite(user, membership, now);
        }
        user.takePassword(hashing.hash(HashRequester.known(caller), password));
        return new CreatedUser(transactions.add(user, membership, Optional.empty()), Optional.empty());
    }

    private static @Nullable TenantName displayName(@Nullable String entered) {
        return entered == null || entered.isBlank() ? null : new TenantName(entered);
    }

    /** @param search a part of the name; null or blank finds all */
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
     * @throws ProblemException {@code conflict} if this would lock out the caller or the last administrator
     */
    public UserEntry change(Caller caller, UUID userId, UserChange change) {
        caller.requireAdministrator();
        boolean locksOut = change.disabled().orElse(false);
        if (change.place().isPresent() || locksOut) {
            administrators.requireAnother(caller, userId, change);
        }
        PortalUser user = lock(userId);
        change.displayName().ifPresent(name -> user.showAs(displayName(name)));
        change.place().ifPresent(place -> move(user, place));
        change.disabled().ifPresent(disabled -> disable(user, disabled));
        store.flush("The user works for this tenant already; change the role there.");
        return new UserEntry(user, memberships.ofUser(userId));
    }

    private void move(PortalUser user, Place place) {
        Membership home = memberships.home(user.id()).orElseThrow(ProblemException::notFound);
        home.become(places.role(place), places.tenantOf(place));
        endAccess(user);
    }

    private void disable(PortalUser user, boolean disabled) {
        if (disabled) {
            user.disable(clock.instant());
            endAccess(user);
        } else {
            user.enable();
        }
    }

    private void endAccess(PortalUser user) {
        sessions.endAll(user.id());
        accounts.revokeTokens(user.id(), false, clock.instant());
    }

    /**
     * Deletes a user. What the user has made stays, and no longer tells who made it.
     *
     * @throws ProblemException {@code conflict} if this would delete the caller or the last administrator
     */
    public void delete(Caller caller, UUID userId) {
        caller.requireAdministrator();
        administrators.requireAnother(caller, userId);
        PortalUser user = lock(userId);
        endAccess(user);
        accounts.removeLink(userId);
        user.delete(clock.instant());
        store.entityManager().flush();
        memberships.removeAll(userId);
    }

    /**
     * Ends the user's password, sessions and API tokens, and makes a link with which the user chooses a password.
     *
     * @throws ProblemException {@code conflict} if the user is the caller
     */
    public IssuedLink reset(Caller caller, UUID userId) {
        caller.requireAdministrator();
        administrators.requireOther(caller, userId);
        PortalUser user = lock(userId);
        user.forgetPassword();
        endAccess(user);
        return links.replace(userId, clock.instant());
    }

    /** Ends all sessions of a user. */
    public void endSessions(Caller caller, UUID userId) {
        caller.requireAdministrator();
        sessions.endAll(lock(userId).id());
    }

    /** Revokes all API tokens of a user. */
    public void endTokens(Caller caller, UUID userId) {
        caller.requireAdministrator();
        accounts.revokeTokens(lock(userId).id(), false, clock.instant());
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
    public UserEntry join(Caller caller, UUID userId, Place place) {
        caller.requireAdministrator();
        PortalUser user = lock(userId);
        memberships.add(places.membership(user, place, clock.instant()));
        return new UserEntry(user, memberships.ofUser(userId));
    }

    /**
     * Ends the user's work for a tenant, with the sessions and tokens that the user has there.
     *
     * @throws ProblemException {@code conflict} if it is the only one, or if the last administrator would go
     */
    public UserEntry leave(Caller caller, UUID userId, UUID membershipId) {
        caller.requireAdministrator();
        administrators.requireAnother(caller, userId, membershipId);
        PortalUser user = lock(userId);
        Membership membership = memberships.find(userId, membershipId).orElseThrow(ProblemException::notFound);
        if (memberships.ofUser(userId).size() == 1) {
            throw LastAdministrator.conflict(
                    "The user works for no other tenant. Delete or disable the user, or add another tenant first.");
        }
        memberships.remove(membership);
        return new UserEntry(user, memberships.ofUser(userId));
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
