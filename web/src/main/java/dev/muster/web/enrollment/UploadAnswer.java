package dev.muster.web.enrollment;

import dev.muster.domain.enrollment.EnrollmentBatch;
import dev.muster.domain.enrollment.FileError;
import dev.muster.ejb.enrollment.ImportRefusal;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What the page's script is told of an upload, in JSON. */
final class UploadAnswer {

    private static final int UNPROCESSABLE_CONTENT = 422;

    private final HttpServletResponse response;

    UploadAnswer(HttpServletResponse response) {
        this.response = response;
    }

    void accept(EnrollmentBatch draft) throws IOException {
        JsonObject told =
                Json.createObjectBuilder().add("id", draft.id().toString()).build();
        write(HttpServletResponse.SC_CREATED, told);
    }

    void refuse(ImportRefusal refusal) throws IOException {
        JsonArrayBuilder errors = Json.createArrayBuilder();
        for (FileError error : refusal.errors()) {
            errors.add(Json.createObjectBuilder()
                    .add("line", error.line())
                    .add("code", error.code())
                    .add("detail", error.detail()));
        }
        write(
                UNPROCESSABLE_CONTENT,
                Json.createObjectBuilder().add("errors", errors).build());
    }

    void refuse(int status, String detail) throws IOException {
        write(status, Json.createObjectBuilder().add("detail", detail).build());
    }

    private void write(int status, JsonObject body) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(body.toString());
    }
}
