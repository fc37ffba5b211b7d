package dev.muster.web.security;

import dev.muster.web.shared.PageNonce;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * Lets a page whose script has not run send the login form. PrimeFaces' script adds to each form the nonce of the
 * page's scripts, and PrimeFaces fails if the nonce is missing or malformed. The answer gets a new one in that case.
 */
public class ScriptNonce implements Filter {

    private static final String PARAMETER = "primefaces.nonce";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(new WithNonce((HttpServletRequest) request), response);
    }

    /** Whether it is the Base64 of a UUID, as PrimeFaces makes it. */
    static boolean isNonce(String value) {
        try {
            return value != null
                    && UUID.fromString(new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static final class WithNonce extends HttpServletRequestWrapper {

        private final String fresh = PageNonce.newNonce();

        private WithNonce(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getParameter(String name) {
            String value = super.getParameter(name);
            return PARAMETER.equals(name) && !isNonce(value) ? fresh : value;
        }
    }
}
