package dev.muster.web.fleet;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.fleet.CredentialService;
import dev.muster.ejb.provisioning.credential.RotatedEnrollment;
import dev.muster.web.shared.ViewIds;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * Gives the next devices of an import new credentials, and answers with the lines of a file that has them. The page's script
 * asks for one part after the other and makes the file. If an answer was lost, the script asks again, from the same number
 * on.
 */
@WebServlet("/imports/credentials")
public class RotationServlet extends PartServlet {

    @Inject
    private CredentialService credentials;

    @Override
    void next(Caller manager, HttpServletRequest request, HttpServletResponse response) throws IOException {
        long after = after(request.getParameter("after"));
        List<RotatedEnrollment> part =
                credentials.rotateNext(manager, manager.tenantId(), ViewIds.parse(request.getParameter("id")), after);
        boolean isLast = part.size() < CredentialService.PART;
        RotatedLines.send(
                response,
                part.stream().map(RotationServlet::line).toList(),
                after == 0,
                isLast ? null : part.getLast().enrollment().id().toString());
    }

    private static long after(String text) {
        if (text == null || !text.matches("[0-9]{1,18}")) {
            throw ProblemException.notFound();
        }
        return Long.parseLong(text);
    }

    private static RotatedLines.Line line(RotatedEnrollment one) {
        return new RotatedLines.Line(
                one.enrollment().uniqueIdentifier(), one.enrollment().deviceName(), one.outcome(), one.credentials());
    }
}
