package dev.muster.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Headers that limit what a browser does with an answer. PrimeFaces, not this filter, sets the content security policy
 * of pages, because it knows the nonce of each page (web.xml). With two policies a browser would apply both.
 */
public class SecurityHeaders implements Filter {

    private static final String POLICY_WITHOUT_SCRIPTS =
            "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static final String RESOURCES = "/jakarta.faces.resource/";

    @Inject
    private PortalSettings settings;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest incoming = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("X-Frame-Options", "DENY");
        answer.setHeader("Referrer-Policy", "same-origin");
        answer.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        byKind(incoming.getServletPath(), answer);
        if (request.isSecure() && !settings.isDemo()) {
            answer.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        chain.doFilter(request, response);
    }

    private static void byKind(String path, HttpServletResponse answer) {
        boolean isResource = path.startsWith(RESOURCES) || path.startsWith("/resources/");
        if (!isResource) {
            answer.setHeader("Cache-Control", "no-store");
        }
        if (isResource || !path.endsWith(".xhtml")) {
            answer.setHeader("Content-Security-Policy", POLICY_WITHOUT_SCRIPTS);
        }
    }
}
