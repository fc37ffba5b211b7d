package dev.muster.web.security;

import dev.muster.ejb.account.session.CheckedSession;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The session of a request, as the database had it when the request came. Nothing else says who is logged in. */
final class LiveSession {

    private static final String NAME = LiveSession.class.getName();

    private LiveSession() {}

    static void put(HttpServletRequest request, CheckedSession session) {
        request.setAttribute(NAME, session);
    }

    static Optional<CheckedSession> of(HttpServletRequest request) {
        return Optional.ofNullable((CheckedSession) request.getAttribute(NAME));
    }
}
