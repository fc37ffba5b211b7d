package dev.muster.domain.quota;

import java.util.UUID;

/** An organization or a manufacturer, as the owner of quotas. */
public record Tenant(TenantKind kind, UUID id) {

    public static Tenant organization(UUID id) {
        return new Tenant(TenantKind.ORGANIZATION, id);
    }

    public static Tenant manufacturer(UUID id) {
        return new Tenant(TenantKind.MANUFACTURER, id);
    }
}
