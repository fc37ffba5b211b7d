package dev.muster.ejb.applications;

import dev.muster.domain.applications.Application;
import dev.muster.domain.applications.ApplicationDescription;
import dev.muster.domain.applications.DeviceRule;
import dev.muster.domain.device.DeviceFilter;
import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.organization.Organization;
import dev.muster.domain.quota.QuotaReachedException;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.enrollment.batch.ImportRepository;
import dev.muster.ejb.fleet.DeviceSearchRepository;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Store;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An organization's applications. Devices are added to them by the acts on many devices. */
@Stateless
public class ApplicationService {

    /** The list of applications counts no further. */
    public static final int MAX_COUNTED = 10_000;

    private static final String NAME_TAKEN = "An application with this name exists already; choose another name.";

    @Inject
    private ApplicationRepository applications;

    @Inject
    private ApplicationDeviceRepository devices;

    @Inject
    private DeviceSearchRepository search;

    @Inject
    private ImportRepository imports;

    @Inject
    private ApplicationQuotas quotas;

    @Inject
    private Store store;

    @Inject
    private Clock clock;

    /**
     * The organization's applications, by name.
     *
     * @param text a part of the name or the description; null or blank finds all
     */
    public Page<ListedApplication> list(
            Caller caller, UUID organizationId, @Nullable String text, PageRequest request) {
        caller.requireOrganizationReader(organizationId);
        return applications
                .list(organizationId, new SearchText(text), request)
                .map(found -> new ListedApplication(found, count(organizationId, found.id(), MAX_COUNTED)));
    }

    private long count(UUID organizationId, UUID applicationId, int most) {
        return search.count(organizationId, DeviceFilter.ofApplication(applicationId), most);
    }

    /** @throws ProblemException {@code not-found} */
    public ListedApplication get(Caller caller, UUID organizationId, UUID applicationId) {
        caller.requireOrganizationReader(organizationId);
        Application found = applications.get(organizationId, applicationId);
        return new ListedApplication(found, count(organizationId, applicationId, MAX_COUNTED));
    }

    /** How many devices match a rule now, to {@value #MAX_COUNTED} at most. */
    public long matching(Caller caller, UUID organizationId, DeviceRule rule) {
        caller.requireOrganizationReader(organizationId);
        return search.count(organizationId, rule.filter(), MAX_COUNTED);
    }

    /**
     * Makes an application. Its dashboard is private to the caller and has the first widgets.
     *
     * @throws ProblemException {@code conflict} if the name is taken
     * @throws QuotaReachedException if the organization may have no more applications
     */
    public Application create(Caller caller, UUID organizationId, ApplicationDescription description) {
        caller.requireOrganization(organizationId);
        Application made = new Application(
                store.get(Organization.class, organizationId), description, caller.userId(), clock.instant());
        made.arrange(FirstWidgets.list());
        store.add(made, NAME_TAKEN);
        quotas.added(organizationId);
        return made;
    }

    /** @throws ProblemException {@code conflict} if the name is taken */
    public Application change(
            Caller caller, UUID organizationId, UUID applicationId, ApplicationDescription description) {
        caller.requireOrganization(organizationId);
        Application application = applications.lock(organizationId, applicationId);
        application.describe(description);
        store.flush(NAME_TAKEN);
        return application;
    }

    /** Deletes an application and its dashboard. The devices stay. */
    public void delete(Caller caller, UUID organizationId, UUID applicationId) {
        caller.requireOrganization(organizationId);
        applications.remove(applications.lock(organizationId, applicationId));
    }

    /**
     * Chooses the application that the devices of an import join when they are created. Devices that exist stay where they are.
     *
     * @param applicationId null for none
     * @throws ProblemException {@code not-found} if the organization has no such import or application
     */
    public DeviceImport choose(Caller caller, UUID organizationId, UUID importId, @Nullable UUID applicationId) {
        caller.requireOrganization(organizationId);
        DeviceImport deviceImport = imports.lock(organizationId, importId);
        if (applicationId != null) {
            applications.lock(organizationId, applicationId);
        }
        devices.choose(deviceImport, applicationId);
        return deviceImport;
    }
}
