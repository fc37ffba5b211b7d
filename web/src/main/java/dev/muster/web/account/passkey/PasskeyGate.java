package dev.muster.web.account.passkey;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.event.EventKind;
import dev.muster.domain.shared.event.SecurityEvent;
import dev.muster.ejb.shared.event.SecurityLog;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.security.PortalSession;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** Admits what the page of a user who is logged in sends: no other site can know the token. */
@RequestScoped
class PasskeyGate {

    @Inject
    private CurrentCaller caller;

    @Inject
    private PortalSession session;

    @Inject
    private Texts texts;

    /**
     * The user who sends.
     *
     * @throws ProblemException {@code unauthenticated}, or {@code forbidden} if the page is from another login, or if the
     *     user has to change the password first
     */
    Caller admit(HttpServletRequest request) {
        if (!caller.isLoggedIn()) {
            throw new ProblemException(ProblemCode.UNAUTHENTICATED, texts.of("account.sessionOver"));
        }
        if (!session.isScriptToken(request.getHeader("X-CSRF-Token"))) {
            SecurityLog.write(
                    SecurityEvent.of(EventKind.FORGERY_REFUSED).by(caller.get()).with("reason", "script-token"));
            throw new ProblemException(ProblemCode.FORBIDDEN, texts.of("account.pageOfAnotherLogin"));
        }
        if (caller.mustChangePassword()) {
            throw new ProblemException(ProblemCode.FORBIDDEN, texts.of("account.changePasswordFirst"));
        }
        return caller.get();
    }
}
