package dev.muster.web.security.login;

import dev.muster.domain.account.factor.PendingLogin;
import dev.muster.web.security.PortalCookies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * The cookie of a login that waits for a second factor. It binds the login to the browser that sent the password, and
 * ends with the login. It is no session: with it, a browser can only try a few codes.
 */
@ApplicationScoped
public class LoginCookie {

    private static final String NAME = "muster-login";

    private static final String SAME_SITE = "Strict";

    @Inject
    private PortalCookies cookies;

    /** The secret of the login; empty if the browser has none. */
    Optional<String> of(HttpServletRequest request) {
        return cookies.value(request, NAME);
    }

    void put(HttpServletResponse response, String secret) {
        cookies.put(response, NAME, secret, PendingLogin.LIFETIME, SAME_SITE);
    }

    /** The login has ended. */
    public void remove(HttpServletResponse response) {
        cookies.remove(response, NAME, SAME_SITE);
    }
}
