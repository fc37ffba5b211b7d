package dev.muster.rest.problem;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.json.ProblemDocument;
import dev.muster.ejb.shared.event.EventOrigin;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * What is wrong with a request, in the form in which the sender gets it (RFC 9457).
 *
 * @param detail for people; repeats nothing that was refused
 * @param instance the recorded attempt, or the id of this occurrence in the log
 * @param members further members (RFC 9457 section 3.2), such as {@code errors}
 */
public record Problem(ProblemCode code, String detail, UUID instance, JsonObject members) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        Objects.requireNonNull(code);
        Objects.requireNonNull(detail);
        Objects.requireNonNull(instance);
        Objects.requireNonNull(members);
    }

    /** A problem without a recorded attempt. */
    public static Problem of(ProblemCode code, String detail) {
        return new Problem(code, detail, EventOrigin.attemptId(), JsonValue.EMPTY_JSON_OBJECT);
    }

    /** The same problem with further members. */
    public Problem with(JsonObject more) {
        return new Problem(code, detail, instance, more);
    }

    public int status() {
        return ProblemStatus.of(code);
    }

    /** The document. */
    public JsonObject toJson(Instant now) {
        return new ProblemDocument(code, detail, instance, members).toJson(status(), now);
    }
}
