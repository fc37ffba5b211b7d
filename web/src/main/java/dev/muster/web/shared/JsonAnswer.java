package dev.muster.web.shared;

import dev.muster.domain.shared.json.OwnJson;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers a script of a page in JSON. Problem documents (RFC 9457) belong to the API; a page's script needs only a sentence to
 * show.
 */
public final class JsonAnswer {

    private JsonAnswer() {}

    public static void send(HttpServletResponse response, int status, JsonObject document) throws IOException {
        TextAnswer.send(response, status, "application/json", document.toString());
    }

    /** @param detail a sentence that the script shows to the user */
    public static void refuse(HttpServletResponse response, int status, String detail) throws IOException {
        send(response, status, OwnJson.object().add("detail", detail).build());
    }
}
