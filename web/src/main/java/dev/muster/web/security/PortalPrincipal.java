package dev.muster.web.security;

import dev.muster.domain.shared.Caller;
import jakarta.security.enterprise.CallerPrincipal;

/** The logged-in user as the container keeps it for the length of the session. */
public class PortalPrincipal extends CallerPrincipal {

    private final transient Caller caller;

    public PortalPrincipal(Caller caller) {
        super(caller.username());
        this.caller = caller;
    }

    public Caller caller() {
        return caller;
    }
}
