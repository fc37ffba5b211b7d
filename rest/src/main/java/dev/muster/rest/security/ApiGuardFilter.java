package dev.muster.rest.security;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.rest.problem.Problem;
import dev.muster.rest.problem.ServletProblems;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;

/**
 * Checks every request to the API, also at an unknown address. Accepts only HTTPS, because requests and answers carry
 * secrets, and only a readable Content-Type. Tells clients not to store an answer.
 * Each answer has a Date, by which devices set their clocks; the server itself sends no Date.
 */
@WebFilter(
        urlPatterns = "/*",
        asyncSupported = true,
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class ApiGuardFilter extends HttpFilter {

    @Inject
    private ServletProblems problems;

    @Inject
    private DeviceListener devices;

    @Inject
    private Clock clock;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setDateHeader("Date", clock.instant().toEpochMilli());
        response.setHeader("Cache-Control", "no-store");
        if (!request.isSecure()) {
            problems.write(
                    Problem.of(
                            ProblemCode.HTTPS_REQUIRED,
                            "Use https. Others may have read what you sent unencrypted, above all secrets."),
                    response);
        } else if (devices.hides(request)) {
            problems.write(
                    Problem.of(ProblemCode.NOT_FOUND, "This port is for devices; use the portal's port."), response);
        } else if (!ContentTypeHeader.isReadable(request.getHeader("Content-Type"))) {
            problems.write(
                    Problem.of(
                            ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                            "The header Content-Type names no media type, such as application/json."),
                    response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
