package dev.muster.web.enrollment.upload;

import dev.muster.domain.shared.Role;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.security.PortalSession;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Lets those files in that the portal's own script sends for an organization manager who is logged in: no other site can
 * know the token. Who is refused gets an answer that the script can show.
 */
@RequestScoped
class ScriptGate {

    @Inject
    private CurrentCaller caller;

    @Inject
    private PortalSession session;

    /** Whether the request may go on; if not, it is answered. */
    boolean admits(HttpServletRequest request, UploadAnswer answer) throws IOException {
        if (caller.find().isEmpty()) {
            answer.refuse(HttpServletResponse.SC_UNAUTHORIZED, "Your session has ended. Log in again, then import.");
            return false;
        }
        if (!isOurs(request) || !isCsv(request)) {
            answer.refuse(HttpServletResponse.SC_FORBIDDEN, "Load the page again, then import.");
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
