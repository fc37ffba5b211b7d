package dev.muster.domain.shared;

/** What a portal user is for; it decides what the user may do and which tenant the user sees. */
public enum Role {
    /** Runs the platform: creates tenants and users, sees no tenant's devices. */
    ADMINISTRATOR,
    /** Imports and owns devices for one organization. */
    ORGANIZATION_MANAGER,
    /** Makes the certificates that prove one manufacturer's devices. */
    MANUFACTURER_MANAGER
}
