package dev.muster.web.security;

import dev.muster.ejb.account.session.NewSession;
import jakarta.security.enterprise.CallerPrincipal;

/**
 * The logged-in user as the container keeps it for the length of the session: the name, and the secret by which the
 * database finds the session. What the user may do is read from the database on each request.
 */
public class PortalPrincipal extends CallerPrincipal {

    private transient volatile String secret;

    PortalPrincipal(NewSession session) {
        super(session.caller().username());
        this.secret = session.secret();
    }

    /** Null if the server has started again since the login: nobody is logged in then. */
    String secret() {
        return secret;
    }

    void renewed(NewSession session) {
        this.secret = session.secret();
    }
}
