package dev.muster.domain.shared.json;

import dev.muster.domain.shared.ProblemCode;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A problem as RFC 9457 writes it: the same over HTTP and over MQTT.
 *
 * @param detail for people; repeats nothing that was refused
 * @param instance the recorded attempt, or the id of this occurrence in the log
 * @param members further members (RFC 9457 section 3.2), such as {@code errors}
 */
public record ProblemDocument(ProblemCode code, String detail, UUID instance, JsonObject members) {

    /** Without a status: only HTTP has one. */
    public JsonObject toJson(Instant now) {
        return write(null, now);
    }

    /** @param status of the answer of HTTP */
    public JsonObject toJson(int status, Instant now) {
        return write(status, now);
    }

    private JsonObject write(@Nullable Integer status, Instant now) {
        JsonObjectBuilder document = OwnJson.object()
                .add("type", "urn:muster:problem:" + code.code())
                .add("title", code.title());
        if (status != null) {
            document.add("status", status);
        }
        document.add("detail", detail)
                .add("instance", "urn:uuid:" + instance)
                .add("code", code.code())
                .add("retryable", code.retryable())
                .add("serverTime", now.getEpochSecond());
        members.forEach(document::add);
        return document.build();
    }
}
