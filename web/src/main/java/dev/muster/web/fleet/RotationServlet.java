package dev.muster.web.fleet;

import dev.muster.domain.provisioning.CredentialCsv;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.fleet.CredentialService;
import dev.muster.ejb.provisioning.credential.RotatedEnrollment;
import dev.muster.ejb.provisioning.credential.RotationOutcome;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.security.PortalSession;
import dev.muster.web.shared.TextAnswer;
import dev.muster.web.shared.ViewIds;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * Gives the next devices of an import new credentials, and answers with the lines of a file that has them. This is the
 * only time that they are shown. The page's script asks for one part after the other and makes the file. If an answer
 * was lost, the script asks again, from the same number on.
 *
 * <p>The server keeps nothing of it, neither in a session nor in a log. So this is a servlet and not an action of
 * Jakarta Faces, whose state may outlive its request. It therefore checks the token itself, which only the portal's own
 * script can send.
 */
@WebServlet("/imports/credentials")
public class RotationServlet extends HttpServlet {

    @Inject
    private CredentialService credentials;

    @Inject
    private PortalSession session;

    @Inject
    private CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!session.isScriptToken(request.getHeader("X-CSRF-Token"))) {
            TextAnswer.send(
                    response, HttpServletResponse.SC_FORBIDDEN, "This page is from another login. Load it again.");
            return;
        }
        Caller manager = caller.get();
        try {
            UUID importId = ViewIds.parse(request.getParameter("id"));
            long after = after(request.getParameter("after"));
            answer(response, credentials.rotateNext(manager, manager.tenantId(), importId, after), after);
        } catch (ProblemException problem) {
            TextAnswer.send(response, HttpServletResponse.SC_NOT_FOUND, problem.getMessage());
        }
    }

    private static long after(String text) {
        if (text == null || !text.matches("[0-9]{1,18}")) {
            throw ProblemException.notFound();
        }
        return Long.parseLong(text);
    }

    private static void answer(HttpServletResponse response, List<RotatedEnrollment> part, long after)
            throws IOException {
        byte[] lines = lines(part, after == 0);
        response.setContentType(CredentialCsv.MEDIA_TYPE);
        response.setIntHeader("X-Entries", part.size());
        response.setHeader("X-Rotated", Long.toString(rotated(part)));
        if (part.size() == CredentialService.PART) {
            response.setHeader("X-Next", last(part));
        }
        response.setContentLength(lines.length);
        response.getOutputStream().write(lines);
    }

    private static long rotated(List<RotatedEnrollment> part) {
        return part.stream()
                .filter(one -> one.outcome() == RotationOutcome.ROTATED)
                .count();
    }

    private static String last(List<RotatedEnrollment> part) {
        return part.getLast().enrollment().id().toString();
    }

    private static byte[] lines(List<RotatedEnrollment> part, boolean first) throws IOException {
        StringWriter text = new StringWriter();
        CredentialCsv file = first ? CredentialCsv.begin(text) : CredentialCsv.goOn(text);
        for (RotatedEnrollment one : part) {
            file.write(
                    one.enrollment().uniqueIdentifier(),
                    one.enrollment().deviceName(),
                    one.outcome().code(),
                    one.credentials());
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
