package dev.muster.rest.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;

/**
 * Makes the answer of a problem; the only place in JAX-RS that does so. It is not of a request's scope, because some
 * requests are answered on a thread without one.
 */
@ApplicationScoped
public class ProblemResponses {

    @Inject
    private Clock clock;

    @Context
    private UriInfo uri;

    public Response of(Problem problem) {
        RefusalEvent.write(problem);
        Response.ResponseBuilder answer = Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem.toJson(clock.instant()).toString());
        ProblemHeaders.of(problem.code(), path()).forEach(answer::header);
        return answer.build();
    }

    private String path() {
        return uri.getPath().replaceAll("^/+|/+$", "");
    }
}
