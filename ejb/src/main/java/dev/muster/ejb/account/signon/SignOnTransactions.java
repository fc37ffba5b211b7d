package dev.muster.ejb.account.signon;

import dev.muster.domain.account.Membership;
import dev.muster.domain.account.PortalUser;
import dev.muster.domain.account.signon.GroupRight;
import dev.muster.domain.account.signon.Identity;
import dev.muster.domain.account.signon.SignOnRefusal;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.organization.Organization;
import dev.muster.domain.shared.TenantName;
import dev.muster.domain.shared.event.EventKind;
import dev.muster.domain.shared.event.SecurityEvent;
import dev.muster.domain.transparency.Act;
import dev.muster.domain.transparency.LoggedAct;
import dev.muster.ejb.account.AccountRepository;
import dev.muster.ejb.account.MembershipEntry;
import dev.muster.ejb.account.MembershipRepository;
import dev.muster.ejb.account.UserAccess;
import dev.muster.ejb.account.factor.FactorDemand;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.Store;
import dev.muster.ejb.shared.event.CommittedEvent;
import dev.muster.ejb.transparency.ActLog;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a login at the provider changes: the user is made at the first login, and is what the groups say at each login. What the
 * groups do not give any more ends in the same transaction, with its sessions and API tokens.
 */
@Access(Rule.WITHIN)
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SignOnTransactions {

    private static final System.Logger LOG = System.getLogger(SignOnTransactions.class.getName());

    /** The precision of both databases: the first right of the setting becomes the oldest membership. */
    private static final Duration STEP = Duration.ofNanos(1_000);

    @Inject
    private SignOnRepository signOns;

    @Inject
    private AccountRepository accounts;

    @Inject
    private MembershipRepository memberships;

    @Inject
    private UserAccess access;

    @Inject
    private FactorDemand demand;

    @Inject
    private ActLog acts;

    @Inject
    private Store store;

    @Inject
    private Clock clock;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    /** Whether the login was not used before. */
    public boolean spend(String stateHash, Instant endsAt) {
        return signOns.spend(stateHash, endsAt, clock.instant());
    }

    /**
     * Lets the user in as what the groups give.
     *
     * @param isStrong whether the provider was made to say how strong the login was
     * @param next where the user goes then
     * @throws dev.muster.domain.shared.ProblemException {@code conflict} if another login made the same user at this moment
     */
    public SignOnOutcome admit(Identity identity, List<GroupRight> given, boolean isStrong, String next) {
        List<GroupRight> rights = given.stream().filter(this::exists).toList();
        Optional<PortalUser> known = signOns.byIdentity(identity.issuer(), identity.subject())
                .map(user -> store.lock(PortalUser.class, user.id()));
        if (known.filter(user -> !user.isAdmitted()).isPresent()) {
            return new SignOnOutcome.Refused(SignOnRefusal.DISABLED);
        }
        if (rights.isEmpty()) {
            known.ifPresent(user -> access.end(user, clock.instant()));
            return new SignOnOutcome.Refused(SignOnRefusal.NO_GROUP);
        }
        PortalUser user = known.orElseGet(() -> create(identity));
        user.showAs(displayName(identity));
        align(user, rights, known.isEmpty());
        store.entityManager().flush();
        return !isStrong && demand.needsStrongLogin(user.id())
                ? new SignOnOutcome.Refused(SignOnRefusal.WEAK)
                : entered(user, identity, next);
    }

    private SignOnOutcome entered(PortalUser user, Identity identity, String next) {
        Membership home = memberships.home(user.id()).orElseThrow();
        return new SignOnOutcome.Entered(home.asCaller(), identity.authenticatedAt(), next);
    }

    private boolean exists(GroupRight right) {
        UUID tenant = right.tenantId();
        boolean isThere = tenant == null
                || switch (right.role().scope()) {
                    case PLATFORM -> true;
                    case ORGANIZATION ->
                        store.find(Organization.class, tenant)
                                .filter(organization -> !organization.isDeleted())
                                .isPresent();
                    case MANUFACTURER -> store.find(Manufacturer.class, tenant).isPresent();
                };
        if (!isThere) {
            LOG.log(Level.WARNING, "muster.oidc.groups names the tenant {0}, which does not exist", tenant);
        }
        return isThere;
    }

    private PortalUser create(Identity identity) {
        TenantName username =
                SignOnNames.free(identity, name -> accounts.byUsername(name).isEmpty());
        PortalUser user = PortalUser.ofProvider(username, identity.issuer(), identity.subject(), clock.instant());
        accounts.add(user);
        return user;
    }

    private static @Nullable TenantName displayName(Identity identity) {
        return identity.displayName().flatMap(SignOnNames::name).orElse(null);
    }

    private void align(PortalUser user, List<GroupRight> rights, boolean isNew) {
        Map<String, GroupRight> missing =
                rights.stream().collect(Collectors.toMap(GroupRight::tenantKey, Function.identity()));
        for (MembershipEntry entry : memberships.ofUser(user.id())) {
            Membership membership = entry.membership();
            UUID tenant = membership.tenantId();
            GroupRight right = missing.remove(tenant == null ? Membership.PLATFORM : tenant.toString());
            if (right == null) {
                access.end(user, clock.instant());
                record(Act.MEMBERSHIP_REMOVED, membership);
                memberships.remove(membership);
            } else if (right.role() != membership.role()) {
                access.end(user, clock.instant());
                membership.become(right.role(), right.tenantId());
                record(Act.ROLE_CHANGED, membership);
            }
        }
        Instant now = clock.instant();
        Act act = isNew ? Act.USER_CREATED : Act.MEMBERSHIP_ADDED;
        for (GroupRight right : rights) {
            if (missing.containsKey(right.tenantKey())) {
                Membership membership = new Membership(user, right.role(), right.tenantId(), now);
                memberships.add(membership);
                record(act, membership);
                act = Act.MEMBERSHIP_ADDED;
                now = now.plus(STEP);
            }
        }
    }

    /** The provider's groups decide, and nobody of this platform. */
    private void record(Act act, Membership membership) {
        String role = membership.role().name();
        UUID user = membership.user().id();
        UUID tenant = membership.tenantId();
        acts.record(LoggedAct.of(act)
                .tenantOf(membership.role(), tenant)
                .object("user", user)
                .with("role", role)
                .with("by", "single-sign-on"));
        String detail = "role=" + role + (tenant == null ? "" : "@" + tenant) + " by=single-sign-on";
        SecurityEvent event = SecurityEvent.of(eventOf(act)).with("object", user);
        CommittedEvent.write(transaction, event.with("detail", detail));
    }

    private static EventKind eventOf(Act act) {
        return switch (act) {
            case USER_CREATED -> EventKind.USER_CREATED;
            case MEMBERSHIP_ADDED -> EventKind.MEMBERSHIP_ADDED;
            case MEMBERSHIP_REMOVED -> EventKind.MEMBERSHIP_REMOVED;
            default -> EventKind.USER_CHANGED;
        };
    }
}
