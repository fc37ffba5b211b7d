package dev.muster.launcher.server;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The source of a connection: an IPv4 address, or an IPv6 network of 64 bits, which one customer gets (RFC 6177). */
final class Source {

    private static final int NETWORK_OCTETS = 8;

    private Source() {}

    /** A key for maps. All peers without a known address have the same key. */
    static Object of(Object peer) {
        if (peer instanceof InetSocketAddress socket && socket.getAddress() != null) {
            InetAddress address = socket.getAddress();
            byte[] octets = address.getAddress();
            return ByteBuffer.wrap(address instanceof Inet6Address ? Arrays.copyOf(octets, NETWORK_OCTETS) : octets);
        }
        return "";
    }
}
