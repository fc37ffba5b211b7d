package dev.muster.ejb.enrollment.allowlist;

import dev.muster.domain.enrollment.allowlist.AllowedOrganization;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.organization.Organization;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.TenantName;
import dev.muster.domain.shared.event.EventKind;
import dev.muster.domain.transparency.Act;
import dev.muster.domain.transparency.LoggedAct;
import dev.muster.ejb.shared.CurrentScope;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Store;
import dev.muster.ejb.shared.event.Audited;
import dev.muster.ejb.transparency.ActLog;
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
    private ActLog acts;

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
    @Audited(EventKind.ALLOW_LIST_CHANGED)
    public void allow(Caller caller, UUID manufacturerId, UUID organizationId) {
        requireManufacturer(caller, manufacturerId);
        add(
                caller,
                manufacturerId,
                CurrentScope.ofPlatform(() -> store.find(Organization.class, organizationId))
                        .filter(organization -> !organization.isDeleted()));
    }

    /**
     * Adds the organization of this name to the list. If it is on the list already, nothing changes.
     *
     * @param name the whole name, ignoring case
     * @return the organization
     * @throws ProblemException {@code validation-failed} if there is no such organization
     */
    @Audited(EventKind.ALLOW_LIST_CHANGED)
    public Organization allowByName(Caller caller, UUID manufacturerId, String name) {
        requireManufacturer(caller, manufacturerId);
        return add(caller, manufacturerId, CurrentScope.ofPlatform(() -> list.organization(new TenantName(name))));
    }

    /**
     * Removes an organization from the list. What it has enrolled stays. Its drafts can no longer be committed.
     *
     * @throws ProblemException {@code not-found} if it is not on the list
     */
    @Audited(EventKind.ALLOW_LIST_CHANGED)
    public void disallow(Caller caller, UUID manufacturerId, UUID organizationId) {
        requireManufacturer(caller, manufacturerId);
        if (!list.remove(manufacturerId, organizationId)) {
            throw ProblemException.notFound();
        }
        record(caller, manufacturerId, organizationId, "removed");
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

    private Organization add(Caller caller, UUID manufacturerId, Optional<Organization> organization) {
        Organization found = organization.orElseThrow(() -> ProblemException.invalid(UNKNOWN));
        list.add(manufacturerId, found.id(), clock.instant());
        record(caller, manufacturerId, found.id(), "added");
        return found;
    }

    private void record(Caller caller, UUID manufacturerId, UUID organizationId, String change) {
        acts.record(LoggedAct.of(Act.ALLOW_LIST_CHANGED, caller)
                .manufacturer(manufacturerId)
                .object("organization", organizationId)
                .with("change", change));
    }

    private void requireManufacturer(Caller caller, UUID manufacturerId) {
        caller.requireManufacturer(manufacturerId);
        store.get(Manufacturer.class, manufacturerId);
    }
}
