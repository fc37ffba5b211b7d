package dev.muster.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** An answer to a background request of a page. It runs a script in the page (Jakarta Faces 4.0, section 13.4.4). */
final class PartialAnswer {

    private PartialAnswer() {}

    static boolean isAwaited(HttpServletRequest request) {
        return "partial/ajax".equals(request.getHeader("Faces-Request"));
    }

    /** @param script of ours, with nothing in it from a request */
    static void write(HttpServletResponse response, String script) throws IOException {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("text/xml;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<partial-response><changes><eval><![CDATA[" + script
                        + "]]></eval></changes></partial-response>");
    }
}
