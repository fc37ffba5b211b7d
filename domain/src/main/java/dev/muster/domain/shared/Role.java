package dev.muster.domain.shared;

/** The role of a portal user: it decides what the user may do and which tenant the user sees. */
public enum Role {
    /** Runs the platform: creates tenants and users, sees no tenant's devices. */
    ADMINISTRATOR,
    /** Imports and owns devices for one organization. */
    ORGANIZATION_MANAGER,
    /** Issues the certificates that prove one manufacturer's devices. */
    MANUFACTURER_MANAGER
}
