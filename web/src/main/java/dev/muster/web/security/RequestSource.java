package dev.muster.web.security;

import dev.muster.domain.shared.net.ForwardedHeader;
import dev.muster.ejb.shared.Sources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;

/** Which source a request of the portal comes from. */
@ApplicationScoped
public class RequestSource {

    @Inject
    private Sources sources;

    /** The name of the source: an address, or an IPv6 network. */
    public String of(HttpServletRequest request) {
        return sources.nameOf(request.getRemoteAddr(), forwarded(request));
    }

    /** The address of the client, as far as trusted proxies tell. */
    public String addressOf(HttpServletRequest request) {
        return sources.addressOf(request.getRemoteAddr(), forwarded(request));
    }

    private static List<String> forwarded(HttpServletRequest request) {
        return Collections.list(request.getHeaders(ForwardedHeader.NAME));
    }
}
