package dev.muster.web.enrollment.upload;

import dev.muster.domain.shared.Role;
import dev.muster.domain.shared.event.EventKind;
import dev.muster.domain.shared.event.SecurityEvent;
import dev.muster.ejb.shared.event.SecurityLog;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.security.PortalSession;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Admits files that the portal's own script sends for an organization manager who is logged in: no other site can know
 * the token. If it refuses a file, the script can show the answer.
 */
@RequestScoped
class ScriptGate {

    @Inject
    private CurrentCaller caller;

    @Inject
    private PortalSession session;

    @Inject
    private Texts texts;

    /** Returns whether the request may go on. If not, it is already answered. */
    boolean admits(HttpServletRequest request, UploadAnswer answer) throws IOException {
        if (caller.find().isEmpty()) {
            answer.refuse(HttpServletResponse.SC_UNAUTHORIZED, texts.of("enrollment.sessionEndedImport"));
            return false;
        }
        if (!isOurs(request) || !isCsv(request)) {
            SecurityLog.write(
                    SecurityEvent.of(EventKind.FORGERY_REFUSED).by(caller.get()).with("reason", "script-token"));
            answer.refuse(HttpServletResponse.SC_FORBIDDEN, texts.of("enrollment.loadAgainImport"));
            return false;
        }
        return true;
    }

    private boolean isOurs(HttpServletRequest request) {
        return caller.get().role() == Role.ORGANIZATION_MANAGER
                && session.isScriptToken(request.getHeader("X-CSRF-Token"));
    }

    private static boolean isCsv(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith("text/csv");
    }
}
