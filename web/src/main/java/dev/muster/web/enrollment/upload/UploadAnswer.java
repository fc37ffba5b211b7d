package dev.muster.web.enrollment.upload;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.csv.FileError;
import dev.muster.domain.enrollment.file.HeaderPreview;
import dev.muster.domain.shared.json.OwnJson;
import dev.muster.web.shared.JsonAnswer;
import dev.muster.web.shared.text.Texts;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What the page's script learns about a file, in JSON. */
final class UploadAnswer {

    private static final int UNPROCESSABLE_CONTENT = 422;

    /** RFC 6585 section 4. */
    private static final int TOO_MANY_REQUESTS = 429;

    private final HttpServletResponse response;
    private final Texts texts;

    UploadAnswer(HttpServletResponse response, Texts texts) {
        this.response = response;
        this.texts = texts;
    }

    /** Answers 201, or 202 if the rows are still being checked. */
    void accept(DeviceImport deviceImport) throws IOException {
        int status = deviceImport.isDraft() ? HttpServletResponse.SC_CREATED : HttpServletResponse.SC_ACCEPTED;
        write(status, OwnJson.object().add("id", deviceImport.id().toString()));
    }

    void preview(HeaderPreview preview) throws IOException {
        write(
                HttpServletResponse.SC_OK,
                OwnJson.object()
                        .add("line", preview.line())
                        .add("lines", lines(preview.lines()))
                        .add("names", array(preview.names()))
                        .add("known", places(preview.known()))
                        .add("guessed", places(preview.guessed()))
                        .add(
                                "missing",
                                array(preview.missing().stream()
                                        .map(Column::header)
                                        .toList()))
                        .add("rows", rows(preview.rows()))
                        .add("complete", preview.complete()));
    }

    private static JsonObjectBuilder places(Map<Column, Integer> places) {
        JsonObjectBuilder object = OwnJson.object();
        places.forEach((column, place) -> object.add(column.header(), place));
        return object;
    }

    private static JsonArrayBuilder rows(Collection<HeaderPreview.Row> rows) {
        JsonArrayBuilder array = OwnJson.array();
        rows.forEach(row -> array.add(OwnJson.object().add("line", row.line()).add("cells", array(row.cells()))));
        return array;
    }

    private static JsonArrayBuilder lines(Collection<HeaderPreview.Line> lines) {
        JsonArrayBuilder array = OwnJson.array();
        lines.forEach(
                line -> array.add(OwnJson.object().add("number", line.number()).add("text", line.text())));
        return array;
    }

    private static JsonArrayBuilder array(Collection<String> texts) {
        return OwnJson.array(texts);
    }

    void refuse(List<FileError> refused) throws IOException {
        JsonArrayBuilder errors = OwnJson.array();
        for (FileError error : refused) {
            errors.add(OwnJson.object()
                    .add("line", error.line())
                    .add("code", error.code())
                    .add("detail", sentence(error)));
        }
        write(UNPROCESSABLE_CONTENT, OwnJson.object().add("errors", errors));
    }

    /** Why a file is refused, with the line where that is. */
    private String sentence(FileError error) {
        return error.detail().startsWith("Line ")
                ? texts.sentence(error.detail())
                : texts.of("enrollment.lineOfFile", error.line(), texts.sentence(error.detail()));
    }

    void refuse(int status, String detail) throws IOException {
        JsonAnswer.refuse(response, status, texts.sentence(detail));
    }

    /**
     * Refuses a file that the sender can send again.
     *
     * @param seconds how many the sender should wait
     */
    void refuseNow(String detail, String seconds) throws IOException {
        response.setHeader("Retry-After", seconds);
        refuse(TOO_MANY_REQUESTS, detail);
    }

    private void write(int status, JsonObjectBuilder body) throws IOException {
        JsonAnswer.send(response, status, body.build());
    }
}
