package dev.muster.ejb.overview;

import dev.muster.domain.shared.Caller;
import dev.muster.ejb.shared.CurrentScope;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;

/** What the first page of each role shows. It reads numbers that are counted in advance, and counts no devices. */
@Stateless
public class OverviewService {

    @Inject
    private FleetOverview fleets;

    @Inject
    private CertificateOverview certificates;

    @Inject
    private PlatformRepository platform;

    /** How the fleet of an organization is doing. */
    public OrganizationOverview ofOrganization(Caller caller, UUID organizationId) {
        caller.requireOrganizationReader(organizationId);
        return fleets.of(caller, organizationId);
    }

    /** How a manufacturer's certificates are used. */
    public ManufacturerOverview ofManufacturer(Caller caller, UUID manufacturerId) {
        caller.requireManufacturerReader(manufacturerId);
        return certificates.of(manufacturerId);
    }

    /** How many tenants, users and devices there are. */
    public PlatformOverview ofPlatform(Caller caller) {
        caller.requireAdministrator();
        return platform.overview();
    }

    /** What waits for the servers, for users of the platform. It tells nothing of a tenant. */
    public WaitingWork waitingWork(Caller caller) {
        caller.requirePlatform();
        return CurrentScope.ofPlatform(platform::work);
    }
}
