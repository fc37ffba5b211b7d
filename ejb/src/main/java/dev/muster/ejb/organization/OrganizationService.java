package dev.muster.ejb.organization;

import dev.muster.domain.organization.Organization;
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
import dev.muster.domain.shared.event.EventKind;
import dev.muster.domain.shared.net.HostNames;
import dev.muster.domain.transparency.Act;
import dev.muster.domain.transparency.LoggedAct;
import dev.muster.ejb.quota.TenantQuotas;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Store;
import dev.muster.ejb.shared.event.Audited;
import dev.muster.ejb.transparency.ActLog;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Organizations. An administrator makes, suspends, resumes and deletes them; their managers see their own. */
@Stateless
public class OrganizationService {

    private static final String NAME_TAKEN = "An organization with this name exists already; choose another name.";

    @Inject
    private ActLog acts;

    @Inject
    private OrganizationRepository organizations;

    @Inject
    private TenantQuotas quotas;

    @Inject
    @Any
    private Instance<OrganizationData> features;

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
    @Audited(EventKind.ORGANIZATION_CREATED)
    public Organization create(Caller caller, @Nullable String name) {
        caller.requireAdministrator();
        Organization organization = new Organization(ownName(name), clock.instant());
        store.add(organization, NAME_TAKEN);
        record(Act.ORGANIZATION_CREATED, caller, organization.id());
        return organization;
    }

    private TenantName ownName(@Nullable String name) {
        TenantName entered = new TenantName(Objects.requireNonNullElse(name, ""));
        names.requireOther(entered);
        return entered;
    }

    /**
     * Changes an organization. An administrator changes its name and its quotas, and suspends and resumes it; its managers
     * change what a second proof does. Both decide whether its users must have a second factor. A suspension counts on
     * every server with the next request.
     *
     * @throws ProblemException {@code forbidden} if the caller may not change one of these
     * @throws ProblemException {@code organization-suspended} for its managers if it is suspended
     * @throws ProblemException {@code validation-failed}, or {@code conflict} if the name is taken
     */
    @Audited(EventKind.ORGANIZATION_CHANGED)
    public Organization change(Caller caller, UUID id, OrganizationChange change) {
        get(caller, id);
        if (change.isForAdministrators()) {
            caller.requireAdministrator();
        }
        if (change.reprovisioning().isPresent() || caller.role() != Role.ADMINISTRATOR) {
            caller.requireOrganization(id);
        }
        Organization organization = organizations.lock(id);
        change.name().ifPresent(name -> organization.rename(ownName(name)));
        change.reprovisioning().ifPresent(organization::reprovisionBy);
        change.suspended().ifPresent(suspended -> suspend(organization, suspended));
        change.secondFactorRequired().ifPresent(organization::requireSecondFactor);
        quotas.change(Tenant.organization(id), change.quotas());
        store.flush(NAME_TAKEN);
        record(Act.ORGANIZATION_CHANGED, caller, id);
        change.suspended()
                .ifPresent(suspended ->
                        record(suspended ? Act.ORGANIZATION_SUSPENDED : Act.ORGANIZATION_RESUMED, caller, id));
        return organization;
    }

    private void suspend(Organization organization, boolean suspended) {
        if (suspended) {
            organization.suspend(clock.instant());
        } else {
            organization.resume();
        }
    }

    /**
     * Deletes a suspended organization. It does not exist for anybody from then on, and its users have lost it. Its
     * devices, enrollments, imports, models and telemetry are removed soon after ({@link OrganizationRemoval}).
     *
     * @throws ProblemException {@code forbidden} for everyone but administrators
     * @throws ProblemException {@code conflict} if it is not suspended, or a server is at work on one of its imports
     */
    @Audited(EventKind.ORGANIZATION_DELETED)
    public void delete(Caller caller, UUID id) {
        get(caller, id);
        caller.requireAdministrator();
        Organization organization = organizations.lock(id);
        Instant now = clock.instant();
        organization.delete(now);
        record(Act.ORGANIZATION_DELETED, caller, id);
        features.forEach(feature -> feature.begin(id, now));
    }

    /**
     * What an organization owns, and what goes with it if it is deleted.
     *
     * @throws ProblemException {@code forbidden} for everyone but administrators
     */
    public Map<Belonging, Long> belongings(Caller caller, UUID id) {
        get(caller, id);
        caller.requireAdministrator();
        Map<Belonging, Long> all = new EnumMap<>(Belonging.class);
        features.forEach(feature -> all.putAll(feature.belongings(id)));
        return all;
    }

    /** The organizations of which something is left to remove, the first deleted one first. */
    public List<DeletedOrganization> deletions(Caller caller) {
        caller.requireAdministrator();
        return organizations.beingDeleted().stream()
                .map(organization -> new DeletedOrganization(
                        organization.id(),
                        organization.name(),
                        Objects.requireNonNull(organization.deletedAt()),
                        features.stream()
                                .mapToLong(feature -> feature.left(organization.id()))
                                .sum()))
                .toList();
    }

    private void record(Act act, Caller caller, UUID id) {
        acts.record(LoggedAct.of(act, caller).organization(id).object("organization", id));
    }

    /** The limits of an organization, for its own managers and for administrators. */
    public Map<Quota, Integer> limits(Caller caller, UUID id) {
        get(caller, id);
        return quotas.limits(Tenant.organization(id), caller);
    }

    /** The quotas that an organization has nearly used up, for its own users and for administrators. */
    public List<QuotaUse> nearQuotas(Caller caller, UUID id) {
        get(caller, id);
        return quotas.near(Tenant.organization(id));
    }

    /** What an organization uses of its quotas, for its own managers and for administrators. */
    public List<QuotaUse> quotas(Caller caller, UUID id) {
        get(caller, id);
        return quotas.uses(Tenant.organization(id), caller);
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

    /**
     * Organizations by name.
     *
     * @param search a part of the name; null or blank finds all
     * @param suspended only suspended ones, or only others; null for all
     */
    public Page<Organization> list(
            Caller caller, @Nullable String search, @Nullable Boolean suspended, PageRequest request) {
        caller.requireAdministrator();
        return organizations.all(new SearchText(search), suspended, request);
    }

    /** One organization, for its own managers and for administrators. */
    public Organization get(Caller caller, UUID id) {
        if (caller.role() != Role.ADMINISTRATOR) {
            caller.requireOrganizationReader(id);
        }
        return organizations.get(id);
    }
}
