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
import java.util.Set;

/** Sends a user whose password somebody else knows to the page that changes it, before any other page. */
public class PasswordGate implements Filter {

    private static final String CHANGE = "/account/password.xhtml";

    private static final Set<String> OPEN = Set.of(CHANGE, ReturnPath.LOGIN, "/link.xhtml");

    @Inject
    private CurrentCaller caller;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isHeld(((HttpServletRequest) request).getServletPath())) {
            ((HttpServletResponse) response).sendRedirect(CHANGE);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isHeld(String path) {
        boolean isContent = path.endsWith(".xhtml") || path.startsWith("/imports/");
        return isContent
                && !path.startsWith("/jakarta.faces.resource/")
                && !OPEN.contains(path)
                && caller.mustChangePassword();
    }
}
