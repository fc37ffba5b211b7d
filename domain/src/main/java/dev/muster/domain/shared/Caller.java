package dev.muster.domain.shared;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The authenticated user of a use case. Every service method that touches a tenant takes a caller and asks it first;
 * pages and resources never decide about rights.
 *
 * @param username as entered
 * @param tenantId the organization or manufacturer of the user, {@code null} for an administrator
 */
public record Caller(
        UUID userId, String username, Role role, @Nullable UUID tenantId) {

    public Caller {
        Objects.requireNonNull(userId);
        Objects.requireNonNull(username);
        Objects.requireNonNull(role);
        if ((role == Role.ADMINISTRATOR) != (tenantId == null)) {
            throw new IllegalArgumentException("An administrator has no tenant and every other role has one");
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
            throw new ProblemException(ProblemCode.FORBIDDEN, "Your role does not have this right.");
        }
    }

    /**
     * Accepts the managers of one organization.
     *
     * @throws ProblemException {@code forbidden} for an administrator; {@code not-found} for another tenant's user, for
     *     whom this organization does not exist
     */
    public void requireOrganization(UUID organizationId) {
        if (role == Role.ADMINISTRATOR) {
            requireRole(Role.ORGANIZATION_MANAGER);
        }
        requireTenant(Role.ORGANIZATION_MANAGER, organizationId);
    }

    /**
     * Accepts the managers of one manufacturer and administrators.
     *
     * @throws ProblemException {@code not-found} for another tenant's user
     */
    public void requireManufacturer(UUID manufacturerId) {
        if (role != Role.ADMINISTRATOR) {
            requireTenant(Role.MANUFACTURER_MANAGER, manufacturerId);
        }
    }

    private void requireTenant(Role needed, UUID id) {
        if (role != needed || !Objects.equals(id, tenantId)) {
            throw ProblemException.notFound();
        }
    }
}
