package dev.muster.web.shared;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers a script of a page with a text that it can show. */
public final class TextAnswer {

    private TextAnswer() {}

    public static void send(HttpServletResponse response, int status, String sentence) throws IOException {
        send(response, status, "text/plain", sentence);
    }

    /** @param type media type of the text, without a charset */
    public static void send(HttpServletResponse response, int status, String type, String text) throws IOException {
        response.setStatus(status);
        response.setContentType(type + ";charset=UTF-8");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
