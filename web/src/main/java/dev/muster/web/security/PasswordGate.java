package dev.muster.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sends a user whose password somebody else knows to the page that changes it, and a user who must add a second factor to
 * the page that adds it, before any other page.
 */
public class PasswordGate implements Filter {

    private static final String CHANGE = "/account/password.xhtml";

    private static final String ADD = "/account/factors.xhtml";

    /** A passkey is a second factor, too. */
    private static final String ADD_PASSKEY = "/account/passkeys.xhtml";

    private static final Set<String> OPEN = Set.of(
            ReturnPath.LOGIN,
            ReturnPath.CODE,
            "/link.xhtml",
            "/forgot.xhtml",
            "/confirm.xhtml",
            "/help.xhtml",
            "/language");

    private static final List<String> OPEN_BELOW = List.of(
            "/jakarta.faces.resource/", "/resources/", "/errors/", "/passkeys/", "/health", "/metrics", "/openapi");

    @Inject
    private CurrentCaller caller;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = ((HttpServletRequest) request).getServletPath();
        Optional<String> first = isContent(path) ? demanded() : Optional.empty();
        boolean adds = ADD_PASSKEY.equals(path) && first.filter(ADD::equals).isPresent();
        if (first.isPresent() && !first.get().equals(path) && !adds) {
            ((HttpServletResponse) response).sendRedirect(first.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    /** The page that the user has to use before all others. */
    private Optional<String> demanded() {
        if (caller.mustChangePassword()) {
            return Optional.of(CHANGE);
        }
        return caller.mustAddFactor() ? Optional.of(ADD) : Optional.empty();
    }

    /** Pages, and what servlets send: all but what is open to everybody, and the steps of a login. */
    private static boolean isContent(String path) {
        return !OPEN.contains(path) && OPEN_BELOW.stream().noneMatch(path::startsWith);
    }
}
