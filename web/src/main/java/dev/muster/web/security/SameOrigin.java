package dev.muster.web.security;

import dev.muster.domain.shared.event.EventKind;
import dev.muster.domain.shared.event.SecurityEvent;
import dev.muster.ejb.shared.event.SecurityLog;
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

/**
 * Refuses what a page of another site sends. The view state does the same for a page of a session; the login form has no
 * session yet. Every browser says where a request comes from: in Sec-Fetch-Site (W3C, Fetch Metadata Request Headers), in
 * Origin (RFC 6454 section 7), or in both. Each that is there must be right. A request with neither comes from no browser.
 */
public class SameOrigin implements Filter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** Our own page, or the user: a typed address, a page that is loaded again. */
    private static final Set<String> OWN = Set.of("same-origin", "none");

    @Inject
    private PortalSettings settings;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isForeign((HttpServletRequest) request)) {
            SecurityLog.write(SecurityEvent.of(EventKind.FORGERY_REFUSED).with("reason", "origin"));
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isForeign(HttpServletRequest request) {
        if (READING.contains(request.getMethod())) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !OWN.contains(site) || isForeignOrigin(request);
    }

    private boolean isForeignOrigin(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        return origin != null
                && !origin.equals(request.getScheme() + "://" + request.getHeader("Host"))
                && !settings.isPublicOrigin(origin);
    }
}
