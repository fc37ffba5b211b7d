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
 */
public record Caller(
        UUID userId, String username, Role role, @Nullable UUID tenantId) {

    public Caller {
        Objects.requireNonNull(userId);
        Objects.requireNonNull(username);
        Objects.requireNonNull(role);
        if (role.hasTenant() == (tenantId == null)) {
            throw new IllegalArgumentException("A role of the platform has no tenant and every other role has one");
        }
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
     *     {@code not-found} for another tenant's user, for whom this organization does not exist
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

    private void requireChanging() {
        if (!role.isChanging()) {
            throw new ProblemException(
                    ProblemCode.FORBIDDEN, "Your role only reads; ask a manager to make this change.");
        }
    }

    private static ProblemException forbidden() {
        return new ProblemException(ProblemCode.FORBIDDEN, "Your role does not have this right.");
    }
}
