package dev.muster.web.account.signon;

import dev.muster.domain.account.signon.SignOnSeal;
import dev.muster.web.security.PortalCookies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The cookie of a login that the browser has begun at the OpenID provider. It is Lax, because the browser comes back from another
 * site.
 */
@ApplicationScoped
public class SignOnCookie {

    private static final String NAME = "muster-sign-on";

    private static final String SAME_SITE = "Lax";

    @Inject
    private PortalCookies cookies;

    /** Null if the browser sends none. */
    String of(HttpServletRequest request) {
        return cookies.value(request, NAME).orElse(null);
    }

    void put(HttpServletResponse response, String value) {
        cookies.put(response, NAME, value, SignOnSeal.LIFETIME, SAME_SITE);
    }

    void remove(HttpServletResponse response) {
        cookies.remove(response, NAME, SAME_SITE);
    }
}
