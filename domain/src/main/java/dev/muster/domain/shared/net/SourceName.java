package dev.muster.domain.shared.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** What requests of one source have in common. */
public final class SourceName {

    /** An IPv6 subscriber has a network of this many bytes' prefix to himself, and all addresses in it (RFC 6177). */
    private static final int NETWORK_BYTES = 8;

    private SourceName() {}

    /** The address itself; of an IPv6 address its network. */
    public static String of(String address) {
        return NetworkAddress.parse(address).map(SourceName::of).orElse(address);
    }

    private static String of(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                : address.getHostAddress();
    }
}
