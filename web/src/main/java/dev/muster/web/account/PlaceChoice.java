package dev.muster.web.account;

import dev.muster.domain.shared.Role;
import dev.muster.ejb.account.Place;
import dev.muster.web.shared.ViewIds;
import java.io.Serializable;
import java.util.UUID;

/** The part of a form in which an administrator chooses a role and its tenant. */
public class PlaceChoice implements Serializable {

    private Role role = Role.ORGANIZATION_MANAGER;

    private String organizationId;

    private String manufacturerId;

    Place place() {
        return new Place(
                role,
                role.scope() == Role.Scope.ORGANIZATION ? chosen(organizationId) : null,
                role.scope() == Role.Scope.MANUFACTURER ? chosen(manufacturerId) : null);
    }

    /** Begins with a place that the user has already. */
    void show(Role present, UUID organization, UUID manufacturer) {
        role = present;
        organizationId = organization == null ? null : organization.toString();
        manufacturerId = manufacturer == null ? null : manufacturer.toString();
    }

    private static UUID chosen(String id) {
        return id == null ? null : ViewIds.parse(id);
    }

    public boolean isOfOrganization() {
        return role.scope() == Role.Scope.ORGANIZATION;
    }

    public boolean isOfManufacturer() {
        return role.scope() == Role.Scope.MANUFACTURER;
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
