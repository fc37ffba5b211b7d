package dev.muster.ejb.organization;

import dev.muster.domain.organization.Organization;
import dev.muster.domain.quota.Tenant;
import dev.muster.ejb.quota.TenantQuotas;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.CurrentScope;
import dev.muster.ejb.shared.HousekeepingRepository;
import dev.muster.ejb.shared.Scope;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Removes a part of what a deleted organization owned. Each step is a transaction of its own, so that no lock is held for
 * long. It works in the scope of that organization: the database keeps it from touching anything of others.
 */
@Access(Rule.SYSTEM)
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OrganizationRemovalStep {

    private static final Logger LOG = System.getLogger(OrganizationRemovalStep.class.getName());

    private static final String TASK = "organization-removal";

    @Inject
    private OrganizationRepository organizations;

    @Inject
    @Any
    private Instance<OrganizationData> features;

    @Inject
    private TenantQuotas quotas;

    @Inject
    private HousekeepingRepository housekeeping;

    @Inject
    private Clock clock;

    /** The organizations of which something is left. */
    public List<UUID> waiting() {
        return organizations.beingDeleted().stream().map(Organization::id).toList();
    }

    /** Does one step, and says whether there may be another; false if another server is at work. */
    public boolean isMoreLeft(UUID id) {
        if (!housekeeping.claim(TASK)) {
            return false;
        }
        boolean removed = removeSome(id);
        if (!removed) {
            organizations.lockDeleted(id).ifPresent(this::end);
        }
        return removed;
    }

    private boolean removeSome(UUID id) {
        AtomicBoolean removed = new AtomicBoolean();
        CurrentScope.run(
                Scope.ofOrganization(id),
                () -> removed.set(features.stream().anyMatch(feature -> feature.removeSome(id))));
        return removed.get();
    }

    private void end(Organization organization) {
        Instant now = clock.instant();
        features.forEach(feature -> feature.begin(organization.id(), now)); // what came while it was being deleted
        quotas.forget(Tenant.organization(organization.id()));
        organization.empty(now);
        LOG.log(Level.INFO, "Nothing is left of the deleted organization {0}", organization.id());
    }
}
