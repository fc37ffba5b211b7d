package dev.muster.ejb.shared;

import dev.muster.domain.shared.net.AddressRange;
import dev.muster.domain.shared.net.ForwardedHeader;
import dev.muster.domain.shared.net.NetworkAddress;
import dev.muster.domain.shared.net.SourceName;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where requests come from. Trusted proxies end TLS in front of this server. They are known by their addresses, and
 * this server trusts what they say about a request's client. It ignores what anybody else says. By default there are no
 * trusted proxies.
 */
@ApplicationScoped
public class Sources {

    @Inject
    @ConfigProperty(name = "muster.trusted-proxies")
    private Optional<String> configured;

    private List<AddressRange> ranges;

    @PostConstruct
    void read() {
        ranges = configured.map(AddressRange::list).orElse(List.of());
    }

    /** Whether a trusted proxy has this address. */
    public boolean isProxy(String address) {
        return !ranges.isEmpty()
                && NetworkAddress.parse(address).filter(this::isTrusted).isPresent();
    }

    /**
     * The address that a request comes from: the nearest address that is not a trusted proxy, as far as the proxies
     * tell.
     *
     * @param peer the address at the other end of the connection
     * @param forwarded the lines of the field Forwarded, in the order in which they came
     */
    public String addressOf(String peer, List<String> forwarded) {
        return isProxy(peer)
                ? nearest(ForwardedHeader.clients(forwarded))
                        .map(InetAddress::getHostAddress)
                        .orElse(peer)
                : peer;
    }

    /** Like {@link #addressOf}, but all addresses of one IPv6 network are one source. */
    public String nameOf(String peer, List<String> forwarded) {
        return SourceName.of(addressOf(peer, forwarded));
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
