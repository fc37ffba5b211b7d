package dev.muster.ejb.account;

import dev.muster.domain.account.Membership;
import dev.muster.domain.account.PasswordLink;
import dev.muster.domain.account.PortalUser;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.transparency.Act;
import dev.muster.domain.transparency.LoggedAct;
import dev.muster.ejb.account.acts.UserActs;
import dev.muster.ejb.account.session.SessionRepository;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.Store;
import dev.muster.ejb.transparency.ActLog;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the use cases of accounts do with the database before and after a password is hashed. Each method is a
 * transaction of its own, so that no connection is held while a hash is computed or waits for its turn. The service
 * that calls it has checked the caller.
 */
@Access(Rule.WITHIN)
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AccountTransactions {

    @Inject
    private UserActs acts;

    @Inject
    private ActLog log;

    @Inject
    private AccountRepository accounts;

    @Inject
    private MembershipRepository memberships;

    @Inject
    private SessionRepository sessions;

    @Inject
    private Store store;

    @Inject
    private Clock clock;

    /** The user as it is now. The result does not show later changes. */
    public Optional<PortalUser> byUsername(String username) {
        return accounts.byUsername(username);
    }

    /**
     * The user as it is now.
     *
     * @throws ProblemException {@code not-found}
     */
    public PortalUser get(UUID userId) {
        return store.get(PortalUser.class, userId);
    }

    /** The ids of the organizations and manufacturers for which the user works. */
    public List<UUID> tenantsOf(PortalUser user) {
        return memberships.ofUser(user.id()).stream()
                .flatMap(entry -> Stream.ofNullable(entry.membership().tenantId()))
                .toList();
    }

    /** The membership in which the user logs in; empty if the user may not log in. */
    public Optional<Membership> home(PortalUser user) {
        return user.isAdmitted() ? memberships.home(user.id()) : Optional.empty();
    }

    /**
     * Replaces a user's hash by that of a password of the user's own choice. The user's other sessions end, and the
     * tokens that were made with a password that somebody else had chosen.
     *
     * @return false if somebody has changed the password meanwhile, so that {@code present} is not the hash any more
     */
    public boolean replaceHash(UUID userId, String present, String chosen, KeptAccess kept) {
        PortalUser user = store.lock(PortalUser.class, userId);
        boolean isPresent = user.passwordHash().filter(present::equals).isPresent();
        if (isPresent) {
            user.changePassword(chosen);
            accounts.removeLink(userId);
            sessions.endOthers(userId, kept.sessionHash());
            accounts.revokeTokens(userId, kept.tokens(), clock.instant());
            acts.recordOwn(Act.PASSWORD_CHANGED, userId);
        }
        return isPresent;
    }

    /**
     * Takes the password that the user of a link has chosen. The link ends with it.
     *
     * @return false if the link has been used or replaced meanwhile
     */
    public boolean useLink(UUID userId, String secretHash, String chosen) {
        PortalUser user = store.lock(PortalUser.class, userId);
        boolean isPresent = user.isAdmitted()
                && accounts.link(secretHash)
                        .filter(link -> link.isValid(clock.instant()))
                        .isPresent()
                && accounts.removeLink(userId);
        if (isPresent) {
            user.changePassword(chosen);
            sessions.endAll(userId);
            accounts.revokeTokens(userId, true, clock.instant());
            acts.recordOwn(Act.PASSWORD_CHANGED, userId);
        }
        return isPresent;
    }

    /** The user of a link that can be used now. */
    public Optional<PortalUser> byLink(String secretHash) {
        return accounts.link(secretHash)
                .filter(link -> link.isValid(clock.instant()))
                .flatMap(link -> store.find(PortalUser.class, link.userId()))
                .filter(PortalUser::isAdmitted);
    }

    /** @throws ProblemException {@code conflict} if the name is taken */
    public UserEntry add(PortalUser user, Membership membership, Optional<PasswordLink> link, LoggedAct act) {
        accounts.add(user);
        memberships.add(membership);
        link.ifPresent(accounts::add);
        log.record(act);
        return new UserEntry(user, memberships.ofUser(user.id()));
    }
}
