package dev.muster.web.security;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Says what a browser may load and keep. PrimeFaces, not this filter, sets the content security policy of pages, because
 * it knows the nonce of each page (web.xml). With two policies a browser would apply both. The fields that all answers
 * have in common are set below HTTP (dev.muster.launcher.server.http.AnswerHeaders).
 */
public class SecurityHeaders implements Filter {

    private static final String POLICY_WITHOUT_SCRIPTS =
            "default-src 'none'; style-src 'self'; img-src 'self'; object-src 'none'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    private static final String RESOURCES = "/jakarta.faces.resource/";

    /** Where browsers report what the policy of a page has blocked (W3C, Reporting API, section 3.2). */
    private static final String REPORTS = "csp=\"/api/v1/csp-reports\"";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        byKind(((HttpServletRequest) request).getServletPath(), (HttpServletResponse) response);
        chain.doFilter(request, response);
    }

    private static void byKind(String path, HttpServletResponse answer) {
        boolean isResource = path.startsWith(RESOURCES) || path.startsWith("/resources/");
        if (!isResource) {
            answer.setHeader("Cache-Control", "no-store");
        }
        if (isResource || !path.endsWith(".xhtml")) {
            answer.setHeader("Content-Security-Policy", POLICY_WITHOUT_SCRIPTS);
        } else {
            answer.setHeader("Reporting-Endpoints", REPORTS);
        }
    }
}
