package dev.muster.ejb.organization;

import dev.muster.domain.organization.Organization;
import dev.muster.domain.organization.ReprovisioningPolicy;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.Role;
import dev.muster.domain.shared.TenantName;
import dev.muster.domain.shared.net.HostNames;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Store;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Organizations. An administrator makes them; their managers see their own. */
@Stateless
public class OrganizationService {

    @Inject
    private OrganizationRepository organizations;

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
        TenantName entered = new TenantName(Objects.requireNonNullElse(name, ""));
        names.requireOther(entered);
        Organization organization = new Organization(entered, clock.instant());
        store.add(organization, "An organization with this name exists already; choose another name.");
        return organization;
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
