package dev.muster.ejb.organization;

import dev.muster.domain.organization.Organization;
import dev.muster.domain.organization.ReprovisioningPolicy;
import dev.muster.domain.quota.Quota;
import dev.muster.domain.quota.QuotaDay;
import dev.muster.domain.quota.QuotaUse;
import dev.muster.domain.quota.Tenant;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.Role;
import dev.muster.domain.shared.TenantName;
import dev.muster.domain.shared.net.HostNames;
import dev.muster.ejb.quota.TenantQuotas;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Store;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Organizations. An administrator makes them; their managers see their own. */
@Stateless
public class OrganizationService {

    private static final String NAME_TAKEN = "An organization with this name exists already; choose another name.";

    @Inject
    private OrganizationRepository organizations;

    @Inject
    private TenantQuotas quotas;

    @Inject
    private Store store;

    @Inject
    private HostNames names;

    @Inject
    private Clock clock;

    /**
     * Makes an organization.
     *
     * @throws ProblemException {@code validation-failed}, or {@code conflict} if the name is taken
     */
    public Organization create(Caller caller, @Nullable String name) {
        caller.requireAdministrator();
        Organization organization = new Organization(ownName(name), clock.instant());
        store.add(organization, NAME_TAKEN);
        return organization;
    }

    private TenantName ownName(@Nullable String name) {
        TenantName entered = new TenantName(Objects.requireNonNullElse(name, ""));
        names.requireOther(entered);
        return entered;
    }

    /**
     * Changes an organization. An administrator changes its name and its quotas, its managers what a second proof does.
     *
     * @throws ProblemException {@code forbidden} if the caller may not change one of these
     * @throws ProblemException {@code validation-failed}, or {@code conflict} if the name is taken
     */
    public Organization change(Caller caller, UUID id, OrganizationChange change) {
        get(caller, id);
        if (change.isForAdministrators()) {
            caller.requireAdministrator();
        }
        if (change.reprovisioning().isPresent() || caller.role() != Role.ADMINISTRATOR) {
            caller.requireOrganization(id);
        }
        Organization organization = store.lock(Organization.class, id);
        change.name().ifPresent(name -> organization.rename(ownName(name)));
        change.reprovisioning().ifPresent(organization::reprovisionBy);
        quotas.change(Tenant.organization(id), change.quotas());
        store.flush(NAME_TAKEN);
        return organization;
    }

    /** The limits of an organization, for its own managers and for administrators. */
    public Map<Quota, Integer> limits(Caller caller, UUID id) {
        get(caller, id);
        return quotas.limits(Tenant.organization(id), caller.role() == Role.ADMINISTRATOR);
    }

    /** The quotas that an organization has nearly used up, for its own users and for administrators. */
    public List<QuotaUse> nearQuotas(Caller caller, UUID id) {
        get(caller, id);
        return quotas.near(Tenant.organization(id));
    }

    /** What an organization uses of its quotas, for its own managers and for administrators. */
    public List<QuotaUse> quotas(Caller caller, UUID id) {
        get(caller, id);
        return quotas.uses(Tenant.organization(id), caller.role() == Role.ADMINISTRATOR);
    }

    /**
     * How many identifiers of others were in the organization's files, by day, the newest first.
     *
     * @throws ProblemException {@code forbidden} for everyone but administrators, because the number tells what the
     *     answers may hide
     */
    public List<QuotaDay> heldElsewhere(Caller caller, UUID id) {
        get(caller, id);
        caller.requireAdministrator();
        return quotas.days(id, Quota.HELD_ELSEWHERE);
    }

    /** @param search a part of the name; null or blank finds all */
    public Page<Organization> list(Caller caller, @Nullable String search, PageRequest request) {
        caller.requireAdministrator();
        return organizations.all(new SearchText(search), request);
    }

    /** One organization, for its own managers and for administrators. */
    public Organization get(Caller caller, UUID id) {
        if (caller.role() != Role.ADMINISTRATOR) {
            caller.requireOrganizationReader(id);
        }
        return store.get(Organization.class, id);
    }

    /**
     * Sets what a second valid proof for a device does if the device's import has no policy of its own.
     *
     * @throws ProblemException {@code not-found}
     */
    public Organization reprovisionBy(Caller caller, UUID id, ReprovisioningPolicy policy) {
        caller.requireOrganization(id);
        Organization organization = store.lock(Organization.class, id);
        organization.reprovisionBy(policy);
        return organization;
    }
}
