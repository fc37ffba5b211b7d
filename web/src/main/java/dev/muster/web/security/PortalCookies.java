package dev.muster.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The portal's own cookies, beside the one of the session. Scripts cannot read them, and they are for this host only. The
 * demonstration run has no prefix, because it also answers without TLS.
 */
@ApplicationScoped
public class PortalCookies {

    @Inject
    private PortalSettings settings;

    /** Empty if the browser sends none. */
    public Optional<String> value(HttpServletRequest request, String name) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(full(name)))
                .findFirst()
                .map(Cookie::getValue);
    }

    /**
     * Gives a cookie to the browser, in place of an older one of this name.
     *
     * @param sameSite {@code Strict} or {@code Lax} (RFC 6265bis, section 5.6.7)
     */
    public void put(HttpServletResponse response, String name, String value, Duration life, String sameSite) {
        Cookie cookie = new Cookie(full(name), value);
        cookie.setSecure(!settings.isDemo());
        cookie.setHttpOnly(true);
        cookie.setPath("/");
        cookie.setMaxAge(Math.toIntExact(life.toSeconds()));
        cookie.setAttribute("SameSite", sameSite);
        response.addCookie(cookie);
    }

    public void remove(HttpServletResponse response, String name, String sameSite) {
        put(response, name, "", Duration.ZERO, sameSite);
    }

    private String full(String name) {
        return settings.isDemo() ? name : "__Host-" + name;
    }
}
