package dev.muster.launcher.server.http;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address in a redirect. The server builds it from the Host field, which the client chooses: with this class it
 * names the public address instead. Whoever opened another address of this machine stays there: such a redirect has no
 * host, because browsers follow no form to another one (the policy of the pages, form-action).
 */
final class PublicLocation {

    /** Scheme, authority and the rest (RFC 3986 appendix B). */
    private static final Pattern ABSOLUTE = Pattern.compile("(https?)://([^/?#]*)(.*)", Pattern.CASE_INSENSITIVE);

    /** RFC 6890 section 2.2.2, RFC 6761 section 6.3. */
    private static final Pattern THIS_MACHINE = Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d+)?");

    private PublicLocation() {}

    /**
     * Returns the address to send.
     *
     * @param location as the application or the server wrote it
     * @param host the Host field of the request; null if there was none, as HTTP/1.0 allows: then every host in
     *     {@code location} is taken for the server's
     * @param base of the public address, such as {@code https://muster.example}; empty for an address without a host
     */
    static String of(String location, String host, String base) {
        Matcher parts = ABSOLUTE.matcher(location);
        if (!parts.matches() || host != null && !isSame(parts.group(1), parts.group(2), host)) {
            return location;
        }
        String rest = parts.group(3);
        String path = rest.startsWith("/") ? rest : "/" + rest;
        return host == null
                        || !THIS_MACHINE.matcher(host.toLowerCase(Locale.ROOT)).matches()
                        || base.endsWith("//" + host)
                ? base + path
                : path;
    }

    private static boolean isSame(String scheme, String authority, String host) {
        String usual = "https".equalsIgnoreCase(scheme) ? ":443" : ":80";
        return without(usual, authority).equals(without(usual, host));
    }

    private static String without(String port, String authority) {
        String lower = authority.toLowerCase(Locale.ROOT);
        return lower.endsWith(port) ? lower.substring(0, lower.length() - port.length()) : lower;
    }
}
