package dev.muster.rest.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** Writes a problem if JAX-RS does not answer, because the request is refused before it reaches JAX-RS. */
@ApplicationScoped
public class ServletProblems {

    @Inject
    private Clock clock;

    public void write(Problem problem, HttpServletResponse response) throws IOException {
        RefusalEvent.write(problem);
        byte[] document = problem.toJson(clock.instant()).toString().getBytes(StandardCharsets.UTF_8);
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(document.length);
        ProblemHeaders.of(problem.code(), "").forEach(response::setHeader);
        response.getOutputStream().write(document);
    }
}
