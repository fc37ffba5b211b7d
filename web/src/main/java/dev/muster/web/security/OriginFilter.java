package dev.muster.web.security;

import dev.muster.domain.shared.event.EventKind;
import dev.muster.domain.shared.event.SecurityEvent;
import dev.muster.ejb.shared.event.EventOrigin;
import dev.muster.ejb.shared.event.SecurityLog;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Tells the security log where a request comes from, and writes what a page, a filter or the container itself has
 * refused with a status only.
 */
public class OriginFilter extends HttpFilter {

    private static final String ORIGIN = EventOrigin.class.getName();

    @Inject
    private RequestSource source;

    @Inject
    private CurrentCaller caller;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        origin(request).begin();
        try {
            if (request.getDispatcherType() == DispatcherType.ERROR) {
                kindOf(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                        .ifPresent(this::write);
            }
            chain.doFilter(request, response);
        } finally {
            EventOrigin.end();
        }
    }

    /** The error page of a request belongs to the request. */
    private EventOrigin origin(HttpServletRequest request) {
        if (request.getAttribute(ORIGIN) instanceof EventOrigin known) {
            return known;
        }
        Object refused = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        EventOrigin origin = EventOrigin.of(
                "portal",
                source.addressOf(request),
                request.getMethod(),
                refused instanceof String path ? path : request.getRequestURI());
        request.setAttribute(ORIGIN, origin);
        return origin;
    }

    private void write(EventKind kind) {
        SecurityEvent event = SecurityEvent.of(kind);
        SecurityLog.write(caller.find().map(event::by).orElse(event));
    }

    private static Optional<EventKind> kindOf(Object status) {
        return switch (status) {
            case Integer code
            when code == HttpServletResponse.SC_BAD_REQUEST -> Optional.of(EventKind.REQUEST_MALFORMED);
            case Integer code when code == HttpServletResponse.SC_FORBIDDEN -> Optional.of(EventKind.ACCESS_REFUSED);
            case Integer code when code == HttpServletResponse.SC_CONFLICT -> Optional.of(EventKind.FORGERY_REFUSED);
            case Integer code
            when code == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE -> Optional.of(EventKind.LIMIT_REACHED);
            case null, default -> Optional.empty();
        };
    }
}
