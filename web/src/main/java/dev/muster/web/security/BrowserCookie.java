package dev.muster.web.security;

import dev.muster.domain.account.throttle.KnownBrowsers;
import dev.muster.domain.shared.Caller;
import dev.muster.ejb.account.throttle.BrowserRecognition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cookie of a browser in which a user has logged in. It logs nobody in: it only keeps wrong passwords that others
 * send from slowing this user down ({@link KnownBrowsers}). It stays after the logout.
 */
@ApplicationScoped
public class BrowserCookie {

    @Inject
    private BrowserRecognition recognition;

    @Inject
    private PortalSettings settings;

    /** The mark of the browser; empty if this user has not logged in in it. */
    Optional<String> of(HttpServletRequest request, String username) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name()))
                .findFirst()
                .flatMap(cookie -> recognition.recognize(username, cookie.getValue()));
    }

    void remember(HttpServletResponse response, Caller user) {
        Cookie cookie = new Cookie(name(), recognition.cookie(user.username()));
        cookie.setSecure(!settings.isDemo());
        cookie.setHttpOnly(true);
        cookie.setPath("/");
        cookie.setMaxAge(Math.toIntExact(KnownBrowsers.LIFETIME.toSeconds()));
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    private String name() {
        return settings.isDemo() ? "muster-browser" : "__Host-muster-browser";
    }
}
