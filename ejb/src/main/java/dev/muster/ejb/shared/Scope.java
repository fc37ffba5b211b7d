package dev.muster.ejb.shared;

import dev.muster.domain.shared.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows a transaction may see. The database enforces it: row-level security on PostgreSQL (R__row_level_security),
 * filters on H2.
 *
 * @param organizationId whose rows are seen; {@code null} for no organization's
 * @param manufacturerId whose rows are seen; {@code null} for no manufacturer's
 * @param userId the user whose own account is seen; {@code null} for nobody's
 */
public record Scope(
        Kind kind,
        @Nullable UUID organizationId,
        @Nullable UUID manufacturerId,
        @Nullable UUID userId) {

    /** Everything: what the server does itself, and what an administrator does. */
    public static final Scope PLATFORM = new Scope(Kind.PLATFORM, null, null, null);

    /** What a request of a device needs, of all tenants: but no users, drafts or notices. */
    public static final Scope DEVICE = new Scope(Kind.DEVICE, null, null, null);

    /** Which rows are seen beside those of the tenants that the scope names. */
    public enum Kind {
        PLATFORM,
        DEVICE,
        TENANT
    }

    /** What a user may see. An operator sees the rows of no tenant. */
    static Scope of(Caller caller) {
        UUID user = caller.userId();
        return switch (caller.role()) {
            case ADMINISTRATOR -> new Scope(Kind.PLATFORM, null, null, user);
            case OPERATOR -> new Scope(Kind.TENANT, null, null, user);
            case ORGANIZATION_MANAGER, ORGANIZATION_VIEWER -> new Scope(Kind.TENANT, caller.tenantId(), null, user);
            case MANUFACTURER_MANAGER, MANUFACTURER_VIEWER -> new Scope(Kind.TENANT, null, caller.tenantId(), user);
        };
    }

    /** What the server may see when it works for an organization after the request. */
    public static Scope ofOrganization(UUID organizationId) {
        return new Scope(Kind.TENANT, organizationId, null, null);
    }

    /** The same, and the rows of a manufacturer. */
    Scope and(UUID manufacturer) {
        return new Scope(kind, organizationId, manufacturer, userId);
    }
}
