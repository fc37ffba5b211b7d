package dev.muster.web.account.passkey;

import dev.muster.domain.account.passkey.PasskeyChallenge;
import dev.muster.ejb.account.passkey.IssuedChallenge;
import dev.muster.web.security.PortalCookies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The cookie that binds a challenge to the browser that has asked for it. Scripts cannot read it. */
@ApplicationScoped
class PasskeyCookie {

    private static final String NAME = "muster-passkey";

    private static final String SAME_SITE = "Strict";

    @Inject
    private PortalCookies cookies;

    void give(HttpServletResponse response, IssuedChallenge challenge) {
        cookies.put(response, NAME, challenge.secret(), PasskeyChallenge.LIFETIME, SAME_SITE);
    }

    /** Returns the secret, and takes the cookie away: the challenge can be answered only once. Null if there is none. */
    String take(HttpServletRequest request, HttpServletResponse response) {
        cookies.remove(response, NAME, SAME_SITE);
        return cookies.value(request, NAME).orElse(null);
    }
}
