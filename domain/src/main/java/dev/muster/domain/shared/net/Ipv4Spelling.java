package dev.muster.domain.shared.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads an IPv4 address as {@code inet_aton} does: one to four numbers, decimal, octal or hexadecimal; the last one
 * fills the remaining octets. {@code 127.1}, {@code 0x7f000001} and {@code 2130706433} are 127.0.0.1.
 */
final class Ipv4Spelling {

    private static final Pattern NUMBER = Pattern.compile("0x[0-9a-f]{1,8}|[0-9]{1,12}");
    private static final int OCTETS = 4;

    private Ipv4Spelling() {}

    /** @param text in lower case */
    static Optional<InetAddress> parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length > OCTETS) {
            return Optional.empty();
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            int bits = last ? Byte.SIZE * (OCTETS - i) : Byte.SIZE;
            Optional<Long> number = number(parts[i]).filter(value -> value < 1L << bits);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            address = address << bits | number.get();
        }
        return Optional.of(address(address));
    }

    private static Optional<Long> number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.decode(text));
        } catch (NumberFormatException noOctalNumber) {
            return Optional.empty();
        }
    }

    private static InetAddress address(long value) {
        byte[] octets = {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value};
        try {
            return InetAddress.getByAddress(octets);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four octets are an address", e);
        }
    }
}
