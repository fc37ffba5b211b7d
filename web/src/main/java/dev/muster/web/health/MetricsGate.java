package dev.muster.web.health;

import dev.muster.domain.shared.Role;
import dev.muster.domain.shared.event.EventKind;
import dev.muster.domain.shared.event.SecurityEvent;
import dev.muster.domain.shared.net.AddressRange;
import dev.muster.domain.shared.net.NetworkAddress;
import dev.muster.ejb.account.token.ApiTokenService;
import dev.muster.ejb.account.token.AuthenticatedToken;
import dev.muster.ejb.shared.event.SecurityLog;
import dev.muster.web.security.RequestSource;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives the server's metrics only to the networks of the administration ({@code muster.metrics-networks}), and to
 * operators and administrators with an API token that is not limited to kinds of objects (RFC 6750 section 2.1).
 */
public class MetricsGate implements Filter {

    private static final Pattern BEARER = Pattern.compile("Bearer +(\\S+)", Pattern.CASE_INSENSITIVE);

    private static final Set<Role> ROLES = EnumSet.of(Role.OPERATOR, Role.ADMINISTRATOR);

    @Inject
    @ConfigProperty(name = "muster.metrics-networks", defaultValue = "127.0.0.0/8, ::1")
    private String networks;

    @Inject
    private RequestSource sources;

    @Inject
    private ApiTokenService tokens;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isNear((HttpServletRequest) request) || hasToken((HttpServletRequest) request)) {
            chain.doFilter(request, response);
        } else {
            SecurityLog.write(SecurityEvent.of(EventKind.CREDENTIAL_REFUSED).with("reason", "unauthenticated"));
            HttpServletResponse answer = (HttpServletResponse) response;
            answer.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            answer.setHeader("WWW-Authenticate", "Bearer realm=\"metrics\"");
        }
    }

    private boolean isNear(HttpServletRequest request) {
        List<AddressRange> ranges = AddressRange.list(networks);
        return NetworkAddress.parse(sources.addressOf(request))
                .filter(address -> ranges.stream().anyMatch(range -> range.contains(address)))
                .isPresent();
    }

    private boolean hasToken(HttpServletRequest request) {
        String field = request.getHeader("Authorization");
        Matcher bearer = BEARER.matcher(field == null ? "" : field);
        return bearer.matches()
                && tokens.authenticate(bearer.group(1))
                        .filter(MetricsGate::isAllowed)
                        .isPresent();
    }

    private static boolean isAllowed(AuthenticatedToken token) {
        return ROLES.contains(token.caller().role()) && token.rights().kinds().isEmpty();
    }
}
