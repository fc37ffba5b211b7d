package dev.muster.web.account;

import dev.muster.domain.account.PortalUser;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.organization.Organization;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.Role;
import dev.muster.ejb.account.AccountService;
import dev.muster.ejb.account.NewUser;
import dev.muster.ejb.manufacturer.ManufacturerService;
import dev.muster.ejb.organization.OrganizationService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.PagedModel;
import dev.muster.web.shared.ViewIds;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The portal's users, and the form that creates a user. */
@Named
@ViewScoped
public class UsersView implements Serializable {

    private static final PageRequest ALL = new PageRequest(0, PageRequest.MAX_SIZE);

    @Inject
    private AccountService accounts;

    @Inject
    private OrganizationService organizations;

    @Inject
    private ManufacturerService manufacturers;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    private final PagedModel<PortalUser> list = new PagedModel<>(request -> accounts.list(caller.get(), null, request));

    private transient Map<UUID, String> tenantNames;

    private String username;

    private String password;

    private Role role = Role.ORGANIZATION_MANAGER;

    private String organizationId;

    private String manufacturerId;

    public void create() {
        boolean done = feedback.attempt(() -> accounts.create(caller.get(), wanted()));
        if (done) {
            feedback.done("The user \"" + username + "\" can log in now. Hand over the password in a safe way.");
            username = null;
        }
        password = null;
    }

    private NewUser wanted() {
        UUID organization = role.scope() == Role.Scope.ORGANIZATION ? chosen(organizationId) : null;
        UUID manufacturer = role.scope() == Role.Scope.MANUFACTURER ? chosen(manufacturerId) : null;
        return new NewUser(username, password, role, organization, manufacturer);
    }

    private static UUID chosen(String id) {
        return id == null ? null : ViewIds.parse(id);
    }

    /** The name of the organization or manufacturer that the user works for; null for a role of the platform. */
    public String tenantOf(PortalUser user) {
        UUID id = user.asCaller().tenantId();
        return id == null ? null : tenantNames().get(id);
    }

    private Map<UUID, String> tenantNames() {
        if (tenantNames == null) {
            tenantNames = new HashMap<>();
            getOrganizations().forEach(tenant -> tenantNames.put(tenant.id(), tenant.name()));
            getManufacturers().forEach(tenant -> tenantNames.put(tenant.id(), tenant.name()));
        }
        return tenantNames;
    }

    public List<Organization> getOrganizations() {
        return organizations.list(caller.get(), null, ALL).items();
    }

    public List<Manufacturer> getManufacturers() {
        return manufacturers.search(caller.get(), "", ALL).items();
    }

    public Role[] getRoles() {
        return Role.values();
    }

    public PagedModel<PortalUser> getList() {
        return list;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }

    public String getOrganizationId() {
        return organizationId;
    }

    public void setOrganizationId(String organizationId) {
        this.organizationId = organizationId;
    }

    public String getManufacturerId() {
        return manufacturerId;
    }

    public void setManufacturerId(String manufacturerId) {
        this.manufacturerId = manufacturerId;
    }
}
