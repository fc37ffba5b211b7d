package dev.muster.rest.security;

import dev.muster.domain.shared.net.ForwardedHeader;
import dev.muster.ejb.shared.Sources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;

/** What the trusted proxies, which end TLS in front of this server, say about a request. */
@ApplicationScoped
public class TrustedProxies {

    @Inject
    private Sources sources;

    /** Whether a request came from a trusted proxy. */
    boolean sent(HttpServletRequest request) {
        return sources.isProxy(request.getRemoteAddr());
    }

    /** The address of the client: the nearest address that is not a trusted proxy, as far as the proxies report it. */
    public String clientOf(HttpServletRequest request) {
        return sources.addressOf(request.getRemoteAddr(), forwarded(request));
    }

    /** What requests of one source have in common: the address, or the IPv6 network. */
    public String sourceOf(HttpServletRequest request) {
        return sources.nameOf(request.getRemoteAddr(), forwarded(request));
    }

    private static List<String> forwarded(HttpServletRequest request) {
        return Collections.list(request.getHeaders(ForwardedHeader.NAME));
    }
}
