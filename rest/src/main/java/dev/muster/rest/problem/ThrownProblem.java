package dev.muster.rest.problem;

import dev.muster.domain.quota.QuotaReachedException;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.domain.telemetry.TelemetryRefusal;
import dev.muster.domain.trust.issue.CertificateRefusedException;
import dev.muster.ejb.enrollment.upload.ImportRefusal;
import dev.muster.ejb.provisioning.ConnectionRefusal;
import dev.muster.ejb.shared.DatabaseUnavailable;
import jakarta.json.JsonValue;
import jakarta.ws.rs.WebApplicationException;
import java.io.UncheckedIOException;

/**
 * Finds the problem of an exception. The container wraps what services throw, so the outermost exception with a known
 * problem decides. The text of an exception reaches the client only if it was written for clients.
 */
final class ThrownProblem {

    private ThrownProblem() {}

    static Problem of(Throwable thrown) {
        if (DatabaseUnavailable.causes(thrown)) {
            return Problem.of(ProblemCode.UNAVAILABLE, "The service cannot do this now; send the request again later.");
        }
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            Problem problem = known(t);
            if (problem != null) {
                return problem;
            }
        }
        return Problem.of(
                ProblemCode.INTERNAL_ERROR,
                "Something unexpected happened; tell the operator the instance of this problem.");
    }

    private static Problem known(Throwable t) {
        return switch (t) {
            case ProblemException problem -> told(problem);
            case CertificateRefusedException refused -> invalid(refused.getMessage());
            case WebApplicationException refused ->
                HttpProblem.of(refused.getResponse().getStatus());
            case MalformedRequestException unreadable -> Problem.of(unreadable.code(), unreadable.getMessage());
            // the sender went away: nobody reads this answer
            case UncheckedIOException gone -> HttpProblem.of(400);
            default -> null;
        };
    }

    private static Problem told(ProblemException thrown) {
        Problem problem = Problem.of(thrown.code(), thrown.getMessage());
        return switch (thrown) {
            case ImportRefusal refusal -> problem.with(ErrorList.ofFile(refusal.errors()));
            case ConnectionRefusal refusal ->
                new Problem(thrown.code(), thrown.getMessage(), refusal.attemptId(), JsonValue.EMPTY_JSON_OBJECT);
            case QuotaReachedException reached -> problem.with(ErrorList.ofQuota(reached));
            case TelemetryRefusal refusal -> problem.with(refusal.members());
            default -> problem;
        };
    }

    private static Problem invalid(String message) {
        String text = Character.toUpperCase(message.charAt(0)) + message.substring(1);
        return Problem.of(ProblemCode.VALIDATION_FAILED, text.endsWith(".") ? text : text + ".");
    }
}
