package dev.muster.mqtt.problem;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.domain.shared.json.ProblemDocument;
import dev.muster.domain.telemetry.TelemetryRefusal;
import dev.muster.ejb.provisioning.ConnectionRefusal;
import dev.muster.ejb.shared.DatabaseUnavailable;
import dev.muster.ejb.shared.event.EventOrigin;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;

/**
 * What is wrong with a connection or a message (RFC 9457). It is the same problem as over HTTP, without the member {@code
 * status}: MQTT has no status.
 *
 * @param refusal says the code and the sentence for people, which repeats nothing that was refused
 * @param instance the recorded attempt, or the id of this occurrence in the log
 */
public record Problem(ProblemException refusal, UUID instance) {

    /**
     * Finds the problem of an exception. The container wraps what services throw, so the outermost exception with a
     * known problem decides. The text of an exception reaches the device only if it was written for devices.
     */
    public static Problem of(Throwable thrown) {
        if (DatabaseUnavailable.causes(thrown)) {
            return of(ProblemCode.UNAVAILABLE, "The service cannot do this now; try again later.");
        }
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            switch (t) {
                case ConnectionRefusal refusal -> {
                    return new Problem(refusal, refusal.attemptId());
                }
                case ProblemException refusal -> {
                    return new Problem(refusal, EventOrigin.attemptId());
                }
                case MalformedRequestException unreadable -> {
                    return of(unreadable.code(), unreadable.getMessage());
                }
                case RejectedExecutionException busy -> {
                    return of(ProblemCode.RATE_LIMITED, "The server is overloaded; try again later.");
                }
                default -> {}
            }
        }
        return of(
                ProblemCode.INTERNAL_ERROR,
                "Something unexpected happened; tell the operator the instance of this problem.");
    }

    public static Problem of(ProblemCode code, String detail) {
        return new Problem(new ProblemException(code, detail), EventOrigin.attemptId());
    }

    public ProblemCode code() {
        return refusal.code();
    }

    /** The document. */
    public JsonObject toJson(Instant now) {
        JsonObject members =
                refusal instanceof TelemetryRefusal telemetry ? telemetry.members() : JsonValue.EMPTY_JSON_OBJECT;
        return new ProblemDocument(code(), refusal.getMessage(), instance, members).toJson(now);
    }
}
