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

/**
 * Refuses what a page of another site sends. This protects above all the login form, which has no session with a secret
 * yet. Every browser says where a request comes from: in Sec-Fetch-Site (W3C, Fetch Metadata Request Headers), or, if
 * it is old or there is no TLS, in Origin (RFC 6454 section 7). A request with neither comes from no browser.
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
        if (site != null) {
            return !OWN.contains(site);
        }
        String origin = request.getHeader("Origin");
        return origin != null
                && !origin.equals(request.getScheme() + "://" + request.getHeader("Host"))
                && !settings.isPublicOrigin(origin);
    }
}
