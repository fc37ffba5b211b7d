package dev.muster.provider;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks a user to log in again if the request has {@code max_age=0} (OpenID Connect Core 1.0 section 3.1.2.1). Spring
 * Authorization Server does not read this parameter. The session remembers the {@code state} of the request, which comes a second
 * time after the login.
 */
final class LoginAgainFilter extends OncePerRequestFilter {

    private static final String ASKED = LoginAgainFilter.class.getName();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if ("0".equals(request.getParameter("max_age"))) {
            HttpSession session = request.getSession();
            String state = request.getParameter("state");
            if (!state.equals(session.getAttribute(ASKED))) {
                session.removeAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
                session.setAttribute(ASKED, state);
            }
        }
        chain.doFilter(request, response);
    }
}
