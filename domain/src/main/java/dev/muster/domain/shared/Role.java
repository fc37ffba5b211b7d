package dev.muster.domain.shared;

/** The role of a portal user: it decides what the user may do and which tenant the user sees. */
public enum Role {
    /** Runs the platform: creates tenants and users, sees no organization's devices. */
    ADMINISTRATOR(Scope.PLATFORM, true),
    /** Watches the platform: its health and its numbers. Sees no tenant's data and changes nothing. */
    OPERATOR(Scope.PLATFORM, false),
    /** Imports and owns devices for one organization. */
    ORGANIZATION_MANAGER(Scope.ORGANIZATION, true),
    /** Sees what one organization has, and changes nothing. */
    ORGANIZATION_VIEWER(Scope.ORGANIZATION, false),
    /** Issues the certificates that prove one manufacturer's devices. */
    MANUFACTURER_MANAGER(Scope.MANUFACTURER, true),
    /** Sees what one manufacturer has, and changes nothing. */
    MANUFACTURER_VIEWER(Scope.MANUFACTURER, false);

    /** What a role belongs to: the whole platform, or one tenant of this kind. */
    public enum Scope {
        PLATFORM,
        ORGANIZATION,
        MANUFACTURER
    }

    private final Scope scope;
    private final boolean changing;

    Role(Scope scope, boolean changing) {
        this.scope = scope;
        this.changing = changing;
    }

    public Scope scope() {
        return scope;
    }

    /** Whether the role changes something; a role that does not only reads. */
    public boolean isChanging() {
        return changing;
    }

    /** Whether a user with this role works for one organization or one manufacturer. */
    public boolean hasTenant() {
        return scope != Scope.PLATFORM;
    }
}
