package dev.muster.launcher;

import java.util.List;

/** The logins that a run announces when it is ready; empty outside the demonstration run. */
public record DemoLogins(List<Login> logins) {

    /** @param what for whom the login is, as a person would say it */
    public record Login(String username, String password, String what) {}

    public DemoLogins {
        logins = List.copyOf(logins);
    }

    public static DemoLogins none() {
        return new DemoLogins(List.of());
    }
}
