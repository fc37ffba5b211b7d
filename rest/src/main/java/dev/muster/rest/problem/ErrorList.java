package dev.muster.rest.problem;

import dev.muster.domain.enrollment.csv.FileError;
import dev.muster.domain.quota.QuotaReachedException;
import dev.muster.domain.shared.json.OwnJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** The members that refusals have beside those of every problem: their causes, or the quota that is reached. */
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

    /** The member {@code quota} with the name of the quota that is reached; not the limit of answers. */
    static JsonObject ofQuota(QuotaReachedException reached) {
        JsonObjectBuilder members =
                OwnJson.object().add("quota", reached.quota().code());
        if (!reached.quota().isForAdministrators()) {
            members.add("limit", reached.limit());
        }
        return members.build();
    }
}
