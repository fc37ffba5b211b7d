package dev.muster.domain.shared.net;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Addresses that begin with the same bits (RFC 4632 section 3.1, RFC 4291 section 2.3).
 *
 * @param network an address of the range
 * @param prefix how many of its bits count, 0 to 32 or 128
 */
public record AddressRange(InetAddress network, int prefix) {

    /**
     * Reads ranges, separated by commas: {@code 192.0.2.7, 2001:db8::/32}. A single address is a range of one.
     *
     * @throws IllegalArgumentException if one of them is not a range
     */
    public static List<AddressRange> list(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(AddressRange::parse)
                .toList();
    }

    private static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        InetAddress network = NetworkAddress.parse(address)
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is not an IP address"));
        int bits = network.getAddress().length * Byte.SIZE;
        return new AddressRange(network, slash < 0 ? bits : prefix(text, text.substring(slash + 1), bits));
    }

    private static int prefix(String range, String digits, int bits) {
        if (!digits.matches("\\d{1,3}") || Integer.parseInt(digits) > bits) {
            throw new IllegalArgumentException("'" + range + "' has no prefix length of 0 to " + bits);
        }
        return Integer.parseInt(digits);
    }

    public boolean contains(InetAddress address) {
        byte[] own = network.getAddress();
        byte[] other = address.getAddress();
        if (own.length != other.length) {
            return false;
        }
        int free = own.length * Byte.SIZE - prefix;
        return new BigInteger(1, own).shiftRight(free).equals(new BigInteger(1, other).shiftRight(free));
    }
}
