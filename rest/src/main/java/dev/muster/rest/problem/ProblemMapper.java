package dev.muster.rest.problem;

import dev.muster.domain.quota.QuotaReachedException;
import dev.muster.domain.shared.RetryLaterException;
import dev.muster.ejb.shared.DatabaseUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Turns every exception into a problem, and logs an unexpected exception once, with the answer's instance. */
@Provider
@ApplicationScoped
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());

    @Inject
    private ProblemResponses responses;

    @Inject
    private OverloadLog overloads;

    @Override
    public Response toResponse(Throwable thrown) {
        Problem problem = ThrownProblem.of(thrown);
        switch (problem.code()) {
            case INTERNAL_ERROR -> LOG.log(Level.SEVERE, "Unexpected: urn:uuid:" + problem.instance(), thrown);
            case RATE_LIMITED -> countOverload(thrown);
            case UNAVAILABLE ->
                LOG.log(Level.WARNING, "{0}: urn:uuid:{1}", new Object[] {cause(thrown), problem.instance()});
            default -> {}
        }
        return withDelay(thrown, withAllow(thrown, responses.of(problem)));
    }

    /** Says when to try again if that is known. */
    private static Response withDelay(Throwable thrown, Response answer) {
        if (thrown instanceof RetryLaterException early) {
            answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, early.seconds());
        }
        if (thrown instanceof QuotaReachedException reached && reached.retryAfter() > 0) {
            answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, reached.retryAfter());
        }
        return answer;
    }

    private void countOverload(Throwable thrown) {
        if (thrown instanceof OverloadException) {
            overloads.note();
        }
    }

    private static String cause(Throwable thrown) {
        return DatabaseUnavailable.causes(thrown) ? "The database cannot be reached" : "This server is busy";
    }

    /** A 405 names the allowed methods (RFC 9110 section 15.5.6). */
    private static Response withAllow(Throwable thrown, Response answer) {
        String allow = thrown instanceof NotAllowedException refused
                ? refused.getResponse().getHeaderString(HttpHeaders.ALLOW)
                : null;
        return allow == null
                ? answer
                : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
    }
}
