package dev.muster.rest.security;

import dev.muster.domain.shared.AddressRange;
import dev.muster.domain.shared.NetworkAddress;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The proxies that end TLS in front of this server, by address. What they say of a request's client is believed; the same
 * words of anybody else are not even read. Where none are configured there are none.
 */
@ApplicationScoped
public class TrustedProxies {

    @Inject
    @ConfigProperty(name = "muster.trusted-proxies")
    private Optional<String> configured;

    private List<AddressRange> ranges;

    @PostConstruct
    void read() {
        ranges = configured.map(AddressRange::list).orElse(List.of());
    }

    /** Whether a request came from one of them. */
    boolean sent(HttpServletRequest request) {
        return !ranges.isEmpty()
                && NetworkAddress.parse(request.getRemoteAddr())
                        .filter(this::isTrusted)
                        .isPresent();
    }

    /** The address that a request comes from: the nearest one that is no trusted proxy, as far as those tell. */
    public String clientOf(HttpServletRequest request) {
        if (!sent(request)) {
            return request.getRemoteAddr();
        }
        List<String> lines = Collections.list(request.getHeaders(ForwardedHeader.NAME));
        return nearest(ForwardedHeader.clients(lines))
                .map(InetAddress::getHostAddress)
                .orElse(request.getRemoteAddr());
    }

    private Optional<InetAddress> nearest(List<Optional<InetAddress>> clients) {
        Optional<InetAddress> nearest = Optional.empty();
        for (int i = clients.size() - 1; i >= 0 && clients.get(i).isPresent(); i--) {
            nearest = clients.get(i);
            if (!isTrusted(nearest.get())) {
                break;
            }
        }
        return nearest;
    }

    private boolean isTrusted(InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }
}
