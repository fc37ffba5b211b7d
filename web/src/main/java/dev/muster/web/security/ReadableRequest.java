package dev.muster.web.security;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Refuses requests that no page and no link of ours sends: those with a NUL in a parameter, which no database keeps as
 * text; with an unknown encoding; and with a body in parts, which the server cannot read without a boundary. All others
 * are read as UTF-8, as the pages send them.
 */
public class ReadableRequest implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        int refusal = refusal(request);
        if (refusal == 0) {
            chain.doFilter(request, response);
        } else {
            ((HttpServletResponse) response).sendError(refusal);
        }
    }

    /** The status to refuse the request with; 0 if it can be read. */
    private static int refusal(ServletRequest request) throws IOException {
        try {
            return isInParts(request) || !hasEncoding(request) || hasNul(request)
                    ? HttpServletResponse.SC_BAD_REQUEST
                    : 0;
        } catch (IllegalStateException tooLarge) {
            // Servlet 6.0, getParameterMap: the listener's max-form-post-size-bytes
            return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        }
    }

    private static boolean isInParts(ServletRequest request) {
        String type = request.getContentType();
        return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static boolean hasEncoding(ServletRequest request) throws IOException {
        String named = request.getCharacterEncoding();
        if (named == null) {
            request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        }
        return named == null || isSupported(named);
    }

    static boolean isSupported(String encoding) {
        try {
            return Charset.isSupported(encoding);
        } catch (IllegalCharsetNameException noName) {
            return false;
        }
    }

    private static boolean hasNul(ServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .anyMatch(sent ->
                        hasNul(sent.getKey()) || Arrays.stream(sent.getValue()).anyMatch(ReadableRequest::hasNul));
    }

    private static boolean hasNul(String text) {
        return text.indexOf('\0') >= 0;
    }
}
