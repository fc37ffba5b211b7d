package dev.muster.web.security;

import dev.muster.domain.account.SessionOrigin;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.event.EventKind;
import dev.muster.domain.shared.event.SecurityEvent;
import dev.muster.ejb.account.session.NewSession;
import dev.muster.ejb.account.session.SessionService;
import dev.muster.ejb.shared.event.SecurityLog;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Begins and ends sessions of the portal: in the database, which all servers ask, and in the container. Each change of
 * rights gives the browser another session id.
 */
@RequestScoped
public class Entrance {

    /**
     * W3C, Clear Site Data, section 3. Not the tab's storage, which keeps what its user typed for that user only, and not
     * the cookies: the session has ended on the server, and the mark of a known browser stays.
     */
    private static final String CLEAR = "\"cache\"";

    @Inject
    private HttpServletRequest request;

    @Inject
    private SecurityContext security;

    @Inject
    private SessionService sessions;

    @Inject
    private RequestSource source;

    /**
     * Logs in a user who has proved who it is.
     *
     * @throws ServletException if the container cannot end the session before
     */
    public void enter(Caller user, HttpServletResponse response) throws ServletException {
        endPresent();
        open(sessions.begin(user, origin()), response);
    }

    /**
     * The same for a user who has logged in at the OpenID provider.
     *
     * @param authenticatedAt when the user has proved it there; empty if the provider does not say it
     */
    public void enter(Caller user, Optional<Instant> authenticatedAt, HttpServletResponse response)
            throws ServletException {
        endPresent();
        open(sessions.begin(user, origin(), authenticatedAt), response);
    }

    private SessionOrigin origin() {
        return SessionOrigin.of(source.of(request), request.getHeader("User-Agent"));
    }

    /** Goes on for another tenant of the same user. No page of the former tenant can send anything any more. */
    public void switchTo(Caller user, UUID membershipId, HttpServletResponse response) throws ServletException {
        NewSession renewed = sessions.switchTo(user, secret(), membershipId);
        endContainerSession();
        open(renewed, response);
    }

    /** Gives the session another id and another secret: the user's rights have changed. */
    public void renew(Caller user) {
        principal().renewed(sessions.renew(user, secret()));
        request.changeSessionId();
    }

    /** The secret of the present session. */
    public String secret() {
        return principal().secret();
    }

    public void leave(HttpServletResponse response) throws ServletException {
        LiveSession.of(request)
                .ifPresent(session ->
                        SecurityLog.write(SecurityEvent.of(EventKind.LOGOUT).by(session.caller())));
        endPresent();
        response.setHeader("Clear-Site-Data", CLEAR);
    }

    /**
     * The container keeps a user who is logged in, so an existing session has to end first. What it remembers must not
     * be there for another user either.
     */
    private void endPresent() throws ServletException {
        if (request.getUserPrincipal() instanceof PortalPrincipal present && present.secret() != null) {
            sessions.logOut(present.secret());
        }
        endContainerSession();
    }

    private void endContainerSession() throws ServletException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            request.logout();
            session.invalidate();
        }
    }

    private void open(NewSession session, HttpServletResponse response) {
        AuthenticationStatus status = security.authenticate(
                request, response, AuthenticationParameters.withParams().credential(new CheckedLogin(session)));
        if (status != AuthenticationStatus.SUCCESS) {
            throw new IllegalStateException("The container refused a login that was checked: " + status);
        }
    }

    private PortalPrincipal principal() {
        return (PortalPrincipal) request.getUserPrincipal();
    }
}
