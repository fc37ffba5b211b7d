package dev.muster.web.fleet;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemException;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.security.PortalSession;
import dev.muster.web.shared.TextAnswer;
import dev.muster.web.shared.ViewIds;
import dev.muster.web.shared.text.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Work that the page's script asks for part by part. The server keeps nothing of it, neither in a session nor in a log. So
 * this is a servlet and not an action of Jakarta Faces, whose state may outlive its request. It therefore checks the token
 * itself, which only the portal's own script can send.
 */
abstract class PartServlet extends HttpServlet {

    /** Enough for the ids of the devices that one call may name. */
    static final int MAX_BODY = 32 * 1024;

    @Inject
    private PortalSession session;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Texts texts;

    /** Does the next part, and answers. */
    abstract void next(Caller manager, HttpServletRequest request, HttpServletResponse response) throws IOException;

    @Override
    protected final void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!session.isScriptToken(request.getHeader("X-CSRF-Token"))) {
            TextAnswer.send(response, HttpServletResponse.SC_FORBIDDEN, texts.of("fleet.otherLogin"));
            return;
        }
        try {
            next(caller.get(), request, response);
        } catch (ProblemException problem) {
            TextAnswer.send(response, HttpServletResponse.SC_NOT_FOUND, texts.sentence(problem.getMessage()));
        }
    }

    /** The texts in the language of the request. */
    Texts texts() {
        return texts;
    }

    /** The ids in the body, separated by commas; none if the body is empty. */
    List<UUID> ids(HttpServletRequest request) throws IOException {
        return ids(body(request, MAX_BODY));
    }

    String body(HttpServletRequest request, int limit) throws IOException {
        byte[] body = request.getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            throw ProblemException.invalid(texts.of("fleet.tooManySelected"));
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    static List<UUID> ids(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",")).map(ViewIds::parse).toList();
    }
}
