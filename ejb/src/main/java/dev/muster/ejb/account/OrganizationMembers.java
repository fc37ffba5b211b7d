package dev.muster.ejb.account;

import dev.muster.domain.account.Membership;
import dev.muster.domain.account.PortalUser;
import dev.muster.domain.transparency.Act;
import dev.muster.domain.transparency.LoggedAct;
import dev.muster.ejb.organization.Belonging;
import dev.muster.ejb.organization.OrganizationData;
import dev.muster.ejb.shared.Store;
import dev.muster.ejb.transparency.ActLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** The users of an organization. A user who works for nobody else is deleted with the organization. */
@ApplicationScoped
public class OrganizationMembers implements OrganizationData {

    @Inject
    private MembershipRepository memberships;

    @Inject
    private UserAccess access;

    @Inject
    private ActLog acts;

    @Inject
    private Store store;

    @Override
    public void begin(UUID organizationId, Instant now) {
        memberships.ofOrganization(organizationId).forEach(membership -> end(membership, now));
    }

    @Override
    public Map<Belonging, Long> belongings(UUID organizationId) {
        return Map.of(Belonging.USER, memberships.onlyOf(organizationId));
    }

    private void end(Membership membership, Instant now) {
        PortalUser user = store.lock(PortalUser.class, membership.user().id());
        boolean isLast = memberships.ofUser(user.id()).size() == 1;
        acts.record(LoggedAct.of(isLast ? Act.USER_DELETED : Act.MEMBERSHIP_REMOVED)
                .tenantOf(membership.role(), membership.tenantId())
                .object("user", user.id())
                .with("because", Act.ORGANIZATION_DELETED.code()));
        if (isLast) {
            access.delete(user, now);
        } else {
            memberships.remove(membership);
        }
    }
}
