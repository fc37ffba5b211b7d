package dev.muster.rest.security;

import dev.muster.ejb.shared.event.EventOrigin;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells the security log where a request comes from. The first filter, because {@code web.xml} names it. */
public class OriginFilter extends HttpFilter {

    private static final String ORIGIN = EventOrigin.class.getName();

    @Inject
    private TrustedProxies proxies;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request.getAttribute(ORIGIN) instanceof EventOrigin)) {
            request.setAttribute(
                    ORIGIN,
                    EventOrigin.of("api", proxies.clientOf(request), request.getMethod(), request.getRequestURI()));
        }
        ((EventOrigin) request.getAttribute(ORIGIN)).begin();
        try {
            chain.doFilter(request, response);
        } finally {
            EventOrigin.end();
        }
    }
}
