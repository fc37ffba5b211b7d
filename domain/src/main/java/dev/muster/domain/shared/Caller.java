package dev.muster.domain.shared;

import java.util.Objects;
import java.util.UUID;

/**
 * The authenticated person on whose behalf a use case runs. Every service method that touches a tenant takes one and
 * asks it first; pages and resources never decide this.
 *
 * @param userId the user's id
 * @param username the user's name as entered
 * @param role what the user is for
 * @param tenantId the organization or manufacturer of the user, {@code null} for an administrator
 */
public record Caller(UUID userId, String username, Role role, UUID tenantId) {

    public Caller {
        Objects.requireNonNull(userId);
        Objects.requireNonNull(username);
        Objects.requireNonNull(role);
        if ((role == Role.ADMINISTRATOR) != (tenantId == null)) {
            throw new IllegalArgumentException("An administrator has no tenant and every other role has one");
        }
    }

    /**
     * Lets administrators pass.
     *
     * @throws ProblemException {@code forbidden} for everyone else
     */
    public void requireAdministrator() {
        requireRole(Role.ADMINISTRATOR);
    }

    /**
     * Lets holders of a role pass.
     *
     * @throws ProblemException {@code forbidden} for everyone else
     */
    public void requireRole(Role needed) {
        if (role != needed) {
            throw new ProblemException(ProblemCode.FORBIDDEN, "This is not among the rights of your role.");
        }
    }

    /**
     * Lets the managers of one organization pass.
     *
     * @throws ProblemException {@code forbidden} for an administrator, {@code not-found} for another tenant's user: what
     *     belongs to somebody else does not exist
     */
    public void requireOrganization(UUID organizationId) {
        if (role == Role.ADMINISTRATOR) {
            requireRole(Role.ORGANIZATION_MANAGER);
        }
        requireTenant(Role.ORGANIZATION_MANAGER, organizationId);
    }

    /**
     * Lets the managers of one manufacturer and administrators pass.
     *
     * @throws ProblemException {@code not-found} for another tenant's user
     */
    public void requireManufacturer(UUID manufacturerId) {
        if (role != Role.ADMINISTRATOR) {
            requireTenant(Role.MANUFACTURER_MANAGER, manufacturerId);
        }
    }

    private void requireTenant(Role needed, UUID id) {
        if (role != needed || !tenantId.equals(id)) {
            throw ProblemException.notFound();
        }
    }
}
