package dev.muster.domain.account;

import dev.muster.domain.shared.Role;

/**
 * The users whom the demonstration run makes and the login page shows there. Their password is known to everybody: no
 * other run makes or accepts them.
 */
public enum DemoLogin {
    OLIVIA("olivia", Role.ORGANIZATION_MANAGER),
    MARCO("marco", Role.MANUFACTURER_MANAGER),
    ADMIN("admin", Role.ADMINISTRATOR);

    /** Says by itself what it is, should it ever be found elsewhere. */
    public static final String PASSWORD = "muster-demo-only";

    private final String username;

    private final Role role;

    DemoLogin(String username, Role role) {
        this.username = username;
        this.role = role;
    }

    public String username() {
        return username;
    }

    public String password() {
        return PASSWORD;
    }

    public Role role() {
        return role;
    }
}
