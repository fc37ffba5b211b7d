package dev.muster.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.AutoApplySession;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Logs in by the portal's own form and keeps the login in the session. Who comes to a page without a login is sent to
 * the form, which carries the page's address along instead of the session, so that a link still leads home after the
 * session has ended. A page that asks in the background is told that the session has ended.
 */
@ApplicationScoped
@AutoApplySession
public class PortalAuthentication implements HttpAuthenticationMechanism {

    /** Loads the page again, which brings it to the form, unless it has something that would be lost so. */
    private static final String ENDED =
            "if (document.dispatchEvent(new CustomEvent(\"muster:session-ended\", {cancelable: true})))"
                    + " { window.location.reload(); }";

    @Inject
    private IdentityStoreHandler identities;

    @Inject
    private PortalSettings settings;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Credential credential = context.getAuthParameters().getCredential();
        if (credential != null) {
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
