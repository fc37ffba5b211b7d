package dev.muster.domain.shared.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads IP addresses (RFC 4291 section 2.2, dotted decimal for IPv4) and never looks up a name. */
public final class NetworkAddress {

    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

    private static final Pattern V4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");

    /**
     * A text with a colon and only these characters: the JDK reads it as an address or rejects it, without a lookup.
     */
    private static final Pattern V6 = Pattern.compile("(?=.*:)[0-9A-Fa-f:][0-9A-Fa-f:.]{1,44}");

    private NetworkAddress() {}

    /**
     * The address; empty if the text is not an address.
     *
     * @return an IPv4 address also for an IPv4-mapped IPv6 address (RFC 4291 section 2.5.5.2)
     */
    public static Optional<InetAddress> parse(String text) {
        if (!V4.matcher(text).matches() && !V6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
