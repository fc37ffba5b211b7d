package dev.muster.ejb.account.member;

import dev.muster.domain.account.Membership;
import dev.muster.domain.account.PortalUser;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.event.EventKind;
import dev.muster.domain.transparency.Act;
import dev.muster.ejb.account.AccountRepository;
import dev.muster.ejb.account.CreatedUser;
import dev.muster.ejb.account.MembershipRepository;
import dev.muster.ejb.account.NewUser;
import dev.muster.ejb.account.OneTimeLinks;
import dev.muster.ejb.account.TenantPlaces;
import dev.muster.ejb.account.UserEntry;
import dev.muster.ejb.account.acts.UserActs;
import dev.muster.ejb.shared.event.Audited;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The users of an organization, for administrators. */
@Stateless
public class MemberService {

    @Inject
    private UserActs acts;

    @Inject
    private AccountRepository accounts;

    @Inject
    private MembershipRepository memberships;

    @Inject
    private TenantPlaces places;

    @Inject
    private OneTimeLinks links;

    @Inject
    private Clock clock;

    /** The users who work for an organization, by user name, each with the membership in it. */
    public Page<Membership> list(Caller caller, UUID organizationId, PageRequest request) {
        caller.requireAdministrator();
        return memberships.ofOrganization(organizationId, request);
    }

    /**
     * Makes a user with a link, in the transaction of the caller: either both exist, or neither.
     *
     * @throws ProblemException {@code validation-failed}, or {@code conflict} if the name is taken
     */
    @Audited(EventKind.USER_CREATED)
    public CreatedUser invite(Caller caller, NewUser wanted) {
        caller.requireAdministrator();
        Instant now = clock.instant();
        PortalUser user = wanted.user(now);
        Membership membership = places.membership(user, wanted.place(), now);
        accounts.add(user);
        memberships.add(membership);
        acts.record(Act.USER_INVITED, caller, membership);
        UserEntry entry = new UserEntry(user, memberships.ofUser(user.id()));
        return new CreatedUser(entry, Optional.of(links.replace(user.id(), now)));
    }
}
