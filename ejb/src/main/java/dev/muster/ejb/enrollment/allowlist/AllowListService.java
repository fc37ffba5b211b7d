package dev.muster.ejb.enrollment.allowlist;

import dev.muster.domain.enrollment.allowlist.AllowedOrganization;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.organization.Organization;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.TenantName;
import dev.muster.ejb.shared.CurrentScope;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Store;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which organizations may enroll a manufacturer's identifiers. The manufacturer keeps the list, but does not see which
 * organizations exist: it adds an organization by its exact name.
 */
@Stateless
public class AllowListService {

    private static final String UNKNOWN =
            "No organization is known by exactly this name or id. Ask it for the name that "
                    + "its pages show at the top.";

    @Inject
    private AllowListRepository list;

    @Inject
    private EnrollmentPermission permission;

    @Inject
    private Store store;

    @Inject
    private Clock clock;

    /**
     * The list, by name.
     *
     * @param search a part of the name; null or blank for all
     */
    public Page<AllowedOrganization> list(
            Caller caller, UUID manufacturerId, @Nullable String search, PageRequest request) {
        caller.requireManufacturerReader(manufacturerId);
        store.get(Manufacturer.class, manufacturerId);
        return list.list(manufacturerId, new SearchText(search), request);
    }

    /**
     * Adds an organization to the list. If it is on the list already, nothing changes.
     *
     * @throws ProblemException {@code validation-failed} if there is no such organization
     */
    public void allow(Caller caller, UUID manufacturerId, UUID organizationId) {
        requireManufacturer(caller, manufacturerId);
        add(manufacturerId, CurrentScope.ofPlatform(() -> store.find(Organization.class, organizationId)));
    }

    /**
     * Adds the organization of this name to the list. If it is on the list already, nothing changes.
     *
     * @param name the whole name, ignoring case
     * @return the organization
     * @throws ProblemException {@code validation-failed} if there is no such organization
     */
    public Organization allowByName(Caller caller, UUID manufacturerId, String name) {
        requireManufacturer(caller, manufacturerId);
        return add(manufacturerId, CurrentScope.ofPlatform(() -> list.organization(new TenantName(name))));
    }

    /**
     * Removes an organization from the list. What it has enrolled stays. Its drafts can no longer be committed.
     *
     * @throws ProblemException {@code not-found} if it is not on the list
     */
    public void disallow(Caller caller, UUID manufacturerId, UUID organizationId) {
        requireManufacturer(caller, manufacturerId);
        if (!list.remove(manufacturerId, organizationId)) {
            throw ProblemException.notFound();
        }
    }

    /**
     * Why an organization cannot import a manufacturer's identifiers, for its own managers.
     *
     * @return empty if it can, or if there is no such manufacturer
     */
    public Optional<String> refusal(Caller caller, UUID organizationId, UUID manufacturerId) {
        caller.requireOrganizationReader(organizationId);
        return store.find(Manufacturer.class, manufacturerId)
                .filter(manufacturer -> !permission.isGiven(manufacturer, organizationId))
                .map(EnrollmentPermission::refusal);
    }

    private Organization add(UUID manufacturerId, Optional<Organization> organization) {
        Organization found = organization.orElseThrow(() -> ProblemException.invalid(UNKNOWN));
        list.add(manufacturerId, found.id(), clock.instant());
        return found;
    }

    private void requireManufacturer(Caller caller, UUID manufacturerId) {
        caller.requireManufacturer(manufacturerId);
        store.get(Manufacturer.class, manufacturerId);
    }
}
