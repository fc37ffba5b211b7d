package dev.muster.domain.shared.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** The name of the source of a request: all requests of a source have the same one. */
public final class SourceName {

    /** An IPv6 subscriber has a whole network with a prefix of this many bytes, and all its addresses (RFC 6177). */
    private static final int NETWORK_BYTES = 8;

    private SourceName() {}

    /** The address itself; for an IPv6 address its network. */
    public static String of(String address) {
        return NetworkAddress.parse(address).map(SourceName::of).orElse(address);
    }

    private static String of(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                : address.getHostAddress();
    }
}
