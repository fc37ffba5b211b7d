package dev.muster.rest.problem;

import dev.muster.domain.enrollment.csv.FileError;
import dev.muster.domain.shared.json.OwnJson;
import dev.muster.domain.telemetry.TelemetryError;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** The member {@code errors} of a refusal that has several causes. */
final class ErrorList {

    private ErrorList() {}

    static JsonObject ofFile(List<FileError> errors) {
        JsonArrayBuilder list = OwnJson.array();
        errors.forEach(error -> list.add(OwnJson.object()
                .add("line", error.line())
                .add("code", error.code())
                .add("detail", error.detail())));
        return OwnJson.object().add("errors", list).build();
    }

    static JsonObject ofTelemetry(List<TelemetryError> errors) {
        JsonArrayBuilder list = OwnJson.array();
        for (TelemetryError error : errors) {
            JsonObjectBuilder item = OwnJson.object().add("index", error.index());
            if (error.key() == null) {
                item.addNull("key");
            } else {
                item.add("key", error.key());
            }
            list.add(item.add("code", error.fault().code()).add("detail", error.detail()));
        }
        return OwnJson.object().add("errors", list).build();
    }
}
