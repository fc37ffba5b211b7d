package dev.muster.web.account;

import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.organization.Organization;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.Role;
import dev.muster.ejb.manufacturer.ManufacturerService;
import dev.muster.ejb.organization.OrganizationService;
import dev.muster.web.security.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The roles and tenants that the form of a user offers. */
@Named
@RequestScoped
public class PlaceOptions {

    private static final PageRequest ALL = new PageRequest(0, PageRequest.MAX_SIZE);

    @Inject
    private OrganizationService organizations;

    @Inject
    private ManufacturerService manufacturers;

    @Inject
    private CurrentCaller caller;

    public Role[] getRoles() {
        return Role.values();
    }

    public List<Organization> getOrganizations() {
        return organizations.list(caller.get(), null, null, ALL).items();
    }

    public List<Manufacturer> getManufacturers() {
        return manufacturers.search(caller.get(), "", ALL).items();
    }
}
