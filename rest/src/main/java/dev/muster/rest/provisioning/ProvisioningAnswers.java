package dev.muster.rest.provisioning;

import dev.muster.domain.provisioning.ProvisioningOutcome;
import dev.muster.ejb.provisioning.answer.ProvisionAnswer;
import dev.muster.rest.problem.Problem;
import dev.muster.rest.problem.ProblemResponses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** Writes the answer to a provision request. */
@ApplicationScoped
public class ProvisioningAnswers {

    private static final String DEVICE_ADDRESS = "/api/v1/device";

    /** In seconds: a person has to decide first. */
    private static final int RETRY_APPROVAL = 300;

    @Inject
    private ProvisionAnswer answer;

    @Inject
    private ProblemResponses problems;

    Response of(ProvisioningOutcome outcome) {
        return switch (outcome) {
            case ProvisioningOutcome.Provisioned provisioned -> of(provisioned);
            case ProvisioningOutcome.ApprovalPending pending ->
                Response.accepted(answer.of(pending).toString())
                        .header(HttpHeaders.RETRY_AFTER, RETRY_APPROVAL)
                        .build();
            case ProvisioningOutcome.Refused refused -> of(refused);
        };
    }

    private Response of(ProvisioningOutcome.Refused refused) {
        Response answer = problems.of(new Problem(
                refused.code(), RefusalSentence.of(refused), refused.attemptId(), JsonValue.EMPTY_JSON_OBJECT));
        return refused.retryAfter() == null ? answer : retryAfter(answer, refused.retryAfter());
    }

    /** In whole seconds, rounded up, instead of the usual time for the code. */
    private static Response retryAfter(Response answer, Duration wait) {
        return Response.fromResponse(answer)
                .header(HttpHeaders.RETRY_AFTER, null)
                .header(
                        HttpHeaders.RETRY_AFTER,
                        wait.plusSeconds(1).minusNanos(1).toSeconds())
                .build();
    }

    private Response of(ProvisioningOutcome.Provisioned provisioned) {
        String device = answer.of(provisioned).toString();
        return provisioned.first()
                ? Response.status(Response.Status.CREATED)
                        .header(HttpHeaders.LOCATION, DEVICE_ADDRESS)
                        .entity(device)
                        .build()
                : Response.ok(device).build();
    }
}
