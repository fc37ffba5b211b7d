package dev.muster.domain.shared;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The authenticated user of a use case. Every service method that touches a tenant takes a caller and asks it first;
 * pages and resources never decide about rights.
 *
 * @param username as entered
 * @param tenantId the organization or manufacturer of the user, {@code null} for a role of the platform
 * @param suspended whether the user's organization is suspended: the user sees everything and changes nothing of it
 */
public record Caller(
        UUID userId, String username, Role role, @Nullable UUID tenantId, boolean suspended) {

    public Caller {
        Objects.requireNonNull(userId);
        Objects.requireNonNull(username);
        Objects.requireNonNull(role);
        if (role.hasTenant() == (tenantId == null)) {
            throw new IllegalArgumentException("A role of the platform has no tenant and every other role has one");
        }
    }

    /** A user whose tenant is not suspended. */
    public Caller(UUID userId, String username, Role role, @Nullable UUID tenantId) {
        this(userId, username, role, tenantId, false);
    }

    /** Whether the user may change what the tenant has. */
    public boolean isChanging() {
        return role.isChanging() && !suspended;
    }

    /**
     * Accepts administrators.
     *
     * @throws ProblemException {@code forbidden} for everyone else
     */
    public void requireAdministrator() {
        requireRole(Role.ADMINISTRATOR);
    }

    /**
     * Accepts users with this role.
     *
     * @throws ProblemException {@code forbidden} for everyone else
     */
    public void requireRole(Role needed) {
        if (role != needed) {
            throw forbidden();
        }
    }

    /**
     * Accepts administrators and operators.
     *
     * @throws ProblemException {@code forbidden} for the user of a tenant
     */
    public void requirePlatform() {
        if (role.hasTenant()) {
            throw forbidden();
        }
    }

    /**
     * Accepts everyone who may see something of a tenant.
     *
     * @throws ProblemException {@code forbidden} for an operator
     */
    public void requireTenantsInSight() {
        if (role == Role.OPERATOR) {
            throw forbidden();
        }
    }

    /**
     * Accepts users who may change what one organization has: its managers.
     *
     * @throws ProblemException {@code forbidden} for a role of the platform and for the organization's viewers;
     *     {@code organization-suspended} for its managers while it is suspended; {@code not-found} for another tenant's
     *     user, for whom this organization does not exist
     */
    public void requireOrganization(UUID organizationId) {
        requireOrganizationReader(organizationId);
        requireChanging();
    }

    /**
     * Accepts users who may see what one organization has: its managers and viewers.
     *
     * @throws ProblemException {@code forbidden} for a role of the platform; {@code not-found} for another tenant's
     *     user
     */
    public void requireOrganizationReader(UUID organizationId) {
        if (!role.hasTenant()) {
            throw forbidden();
        }
        requireTenant(Role.Scope.ORGANIZATION, organizationId);
    }

    /**
     * Accepts users who may change what one manufacturer has: its managers and administrators.
     *
     * @throws ProblemException {@code forbidden} for an operator and for the manufacturer's viewers; {@code not-found}
     *     for another tenant's user
     */
    public void requireManufacturer(UUID manufacturerId) {
        requireManufacturerReader(manufacturerId);
        requireChanging();
    }

    /**
     * Accepts users who may see what one manufacturer has: its managers and viewers, and administrators.
     *
     * @throws ProblemException {@code forbidden} for an operator; {@code not-found} for another tenant's user
     */
    public void requireManufacturerReader(UUID manufacturerId) {
        requireTenantsInSight();
        if (role != Role.ADMINISTRATOR) {
            requireTenant(Role.Scope.MANUFACTURER, manufacturerId);
        }
    }

    private void requireTenant(Role.Scope needed, UUID id) {
        if (role.scope() != needed || !Objects.equals(id, tenantId)) {
            throw ProblemException.notFound();
        }
    }

    /**
     * Accepts users who may change something, of whatever tenant.
     *
     * @throws ProblemException {@code forbidden} for a role that only reads; {@code organization-suspended} for users of
     *     a suspended organization
     */
    public void requireChanging() {
        if (!role.isChanging()) {
            throw new ProblemException(
                    ProblemCode.FORBIDDEN, "Your role only reads; ask a manager to make this change.");
        }
        if (suspended) {
            throw new ProblemException(
                    ProblemCode.ORGANIZATION_SUSPENDED,
                    "Your organization is suspended: you can see everything and change nothing. Ask an administrator"
                            + " of the platform to resume it.");
        }
    }

    private static ProblemException forbidden() {
        return new ProblemException(ProblemCode.FORBIDDEN, "Your role does not have this right.");
    }
}
