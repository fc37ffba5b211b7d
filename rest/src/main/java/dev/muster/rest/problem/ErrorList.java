package dev.muster.rest.problem;

import dev.muster.domain.enrollment.FileError;
import dev.muster.domain.telemetry.TelemetryError;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** The member {@code errors} of a refusal that has several causes. */
final class ErrorList {

    private ErrorList() {}

    static JsonObject ofFile(List<FileError> errors) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        errors.forEach(error -> list.add(Json.createObjectBuilder()
                .add("line", error.line())
                .add("code", error.code())
                .add("detail", error.detail())));
        return Json.createObjectBuilder().add("errors", list).build();
    }

    static JsonObject ofTelemetry(List<TelemetryError> errors) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        for (TelemetryError error : errors) {
            JsonObjectBuilder item = Json.createObjectBuilder().add("index", error.index());
            if (error.key() == null) {
                item.addNull("key");
            } else {
                item.add("key", error.key());
            }
            list.add(item.add("code", error.fault().code()).add("detail", error.detail()));
        }
        return Json.createObjectBuilder().add("errors", list).build();
    }
}
