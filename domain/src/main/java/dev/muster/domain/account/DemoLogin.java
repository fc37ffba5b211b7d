package dev.muster.domain.account;

import dev.muster.domain.shared.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The logins of the demonstration run, and of no other run. Everyone knows their password, so the demonstration run
 * listens on loopback only. Its login page shows them.
 */
public enum DemoLogin {
    ORGANIZATION_MANAGER("olivia", Role.ORGANIZATION_MANAGER, "organization manager of Demo Fleet"),
    MANUFACTURER_MANAGER("marco", Role.MANUFACTURER_MANAGER, "manufacturer manager of Acme Trackers"),
    ADMINISTRATOR("admin", Role.ADMINISTRATOR, "administrator");

    /** The password of all of them. */
    public static final String PASSWORD = "muster-demo-only";

    public static final String ORGANIZATION = "Demo Fleet";

    public static final String MANUFACTURER = "Acme Trackers";

    private final String username;
    private final Role role;
    private final String what;

    DemoLogin(String username, Role role, String what) {
        this.username = username;
        this.role = role;
        this.what = what;
    }

    /**
     * The logins that the demonstration run creates: all whose name the operator has not given to the administrator.
     */
    public static List<DemoLogin> beside(Optional<String> administrator) {
        return Arrays.stream(values())
                .filter(login ->
                        administrator.filter(login.username::equalsIgnoreCase).isEmpty())
                .toList();
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

    /** The user in words, for the login page. */
    public String what() {
        return what;
    }
}
