package dev.muster.web.account.passkey;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.RetryLaterException;
import dev.muster.web.shared.JsonAnswer;
import dev.muster.web.shared.text.Texts;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * One exchange of a script about a passkey: it posts JSON and gets JSON. The script shows the {@code detail} of a refusal.
 */
abstract class PasskeyServlet extends HttpServlet {

    /** RFC 6585 section 4. */
    private static final int TOO_MANY_REQUESTS = 429;

    @Inject
    private Texts texts;

    /**
     * Does the work and returns the answer.
     *
     * @throws ProblemException if the script shall show its message
     */
    abstract JsonObject answer(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException;

    @Override
    protected final void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        try {
            JsonAnswer.send(response, HttpServletResponse.SC_OK, answer(request, response));
        } catch (ProblemException problem) {
            if (problem instanceof RetryLaterException early) {
                response.setHeader("Retry-After", String.valueOf(early.seconds()));
            }
            JsonAnswer.refuse(response, status(problem.code()), texts.sentence(problem.getMessage()));
        }
    }

    private static int status(ProblemCode code) {
        return switch (code) {
            case UNAUTHENTICATED -> HttpServletResponse.SC_UNAUTHORIZED;
            case FORBIDDEN -> HttpServletResponse.SC_FORBIDDEN;
            case NOT_FOUND -> HttpServletResponse.SC_NOT_FOUND;
            case CONFLICT -> HttpServletResponse.SC_CONFLICT;
            case BODY_TOO_LARGE -> HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
            case UNSUPPORTED_MEDIA_TYPE -> HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE;
            case RATE_LIMITED -> TOO_MANY_REQUESTS;
            default -> HttpServletResponse.SC_BAD_REQUEST;
        };
    }
}
