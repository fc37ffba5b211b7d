package dev.muster.web.security.login;

import dev.muster.domain.account.throttle.KnownBrowsers;
import dev.muster.domain.shared.Caller;
import dev.muster.ejb.account.throttle.BrowserRecognition;
import dev.muster.web.security.PortalCookies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * The cookie of a browser in which a user has logged in. It logs nobody in: it only keeps wrong passwords that others
 * send from slowing this user down ({@link KnownBrowsers}). It stays after the logout.
 */
@ApplicationScoped
public class BrowserCookie {

    private static final String NAME = "muster-browser";

    @Inject
    private BrowserRecognition recognition;

    @Inject
    private PortalCookies cookies;

    /** The mark of the browser; empty if this user has not logged in in it. */
    Optional<String> of(HttpServletRequest request, String username) {
        return cookies.value(request, NAME).flatMap(mark -> recognition.recognize(username, mark));
    }

    /** Gives the browser the mark of a user who has just logged in. */
    public void remember(HttpServletResponse response, Caller user) {
        cookies.put(response, NAME, recognition.cookie(user.username()), KnownBrowsers.LIFETIME, "Lax");
    }
}
