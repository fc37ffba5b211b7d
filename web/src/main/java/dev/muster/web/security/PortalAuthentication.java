package dev.muster.web.security;

import dev.muster.domain.shared.event.EventKind;
import dev.muster.domain.shared.event.SecurityEvent;
import dev.muster.ejb.account.session.CheckedSession;
import dev.muster.ejb.account.session.SessionService;
import dev.muster.ejb.shared.event.SecurityLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Logs in with the portal's own form, and keeps the login in the session. A request without a login is redirected to
 * the form. The form's address carries the address of the page, so that a link still leads to its page after the
 * session has ended. A background request of a page is told that the session has ended.
 *
 * <p>Each request asks the database whether the session goes on and what its user may do, so that the end of a session
 * and the loss of a right count at once, on every server.
 *
 * <p>Each request names the role again. With {@code @AutoApplySession} Payara looks for the role in an object that all
 * threads share, and under load it answers 403 to a user who has logged in (Payara issue 6145).
 */
@ApplicationScoped
public class PortalAuthentication implements HttpAuthenticationMechanism {

    /** Loads the page again, so that the form opens, unless the page has something that this would lose. */
    private static final String ENDED =
            "if (document.dispatchEvent(new CustomEvent(\"muster:session-ended\", {cancelable: true})))"
                    + " { window.location.reload(); }";

    /** Keeps the login in the session (Jakarta Authentication 3.0 section 3.8.4). */
    private static final String REGISTER = "jakarta.servlet.http.registerSession";

    @Inject
    private IdentityStoreHandler identities;

    @Inject
    private PortalSettings settings;

    @Inject
    private SessionService sessions;

    @Inject
    private RequestSource source;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (request.getUserPrincipal() instanceof PortalPrincipal kept && !isResource(request)) {
            Optional<CheckedSession> session = check(kept);
            if (session.isPresent()) {
                LiveSession.put(request, session.get());
                return context.notifyContainerAboutLogin(
                        kept, PortalIdentityStore.groups(session.get().caller()));
            }
            forget(request);
            SecurityLog.write(SecurityEvent.of(EventKind.SESSION_REFUSED)
                    .with("name", kept.getName())
                    .with("place", "portal")
                    .with("from", source.addressOf(request)));
        }
        Credential credential = context.getAuthParameters().getCredential();
        if (credential != null) {
            context.getMessageInfo().getMap().put(REGISTER, Boolean.TRUE.toString());
            return context.notifyContainerAboutLogin(identities.validate(credential));
        }
        if (!context.isProtected()) {
            return context.doNothing();
        }
        if (settings.refusesTransport(request)) {
            return context.redirect(settings.secureAddress(request));
        }
        return PartialAnswer.isAwaited(request) ? ended(response) : context.redirect(loginAddress(request));
    }

    /** The database says whether the session goes on, and what its user may do. */
    private Optional<CheckedSession> check(PortalPrincipal kept) {
        return kept.secret() == null ? Optional.empty() : sessions.check(kept.secret());
    }

    /** The session has ended in the database: what the container remembers of it ends, too. */
    private static void forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** Scripts and pictures are the same for everyone. */
    private static boolean isResource(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.startsWith("/jakarta.faces.resource/") || path.startsWith("/resources/");
    }

    private static AuthenticationStatus ended(HttpServletResponse response) {
        try {
            PartialAnswer.write(response, ENDED);
            return AuthenticationStatus.SEND_CONTINUE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String loginAddress(HttpServletRequest request) {
        boolean isRead = "GET".equals(request.getMethod());
        String query = isRead && request.getQueryString() != null ? "?" + request.getQueryString() : "";
        return request.getContextPath() + ReturnPath.loginFor(request.getRequestURI() + query);
    }
}
