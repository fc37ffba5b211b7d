package dev.muster.domain.account.passkey;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * For whom passkeys of this platform are made: browsers show a passkey only to pages of these origins. Source: Web
 * Authentication Level 3, sections 4 (RP ID) and 13.4.9 (origins).
 *
 * @param id the host of the platform's public address, in lower case; a passkey is bound to it for ever
 * @param origins the origins (RFC 6454 section 6.2) of the platform's pages
 */
public record RelyingParty(String id, Set<String> origins) {

    private static final String LOCALHOST = "localhost";

    private static final int HTTPS = 443;

    /** Every host whose last label is a number is an address (WHATWG URL, section 3.5). */
    private static final Pattern ADDRESS = Pattern.compile(".*(^|\\.)[0-9]+\\.?|.*[:\\[\\]].*");

    public RelyingParty {
        origins = Set.copyOf(origins);
    }

    /**
     * The relying party of a public address. Empty if browsers make no passkeys there: the host is an IP address, or the
     * address is without TLS and not of this machine.
     *
     * @param plainPort the port on this machine that also shows the pages without TLS; empty if there is none
     */
    public static Optional<RelyingParty> at(URI publicUrl, OptionalInt plainPort) {
        String host = publicUrl.getHost() == null ? "" : publicUrl.getHost().toLowerCase(Locale.ROOT);
        boolean isLocal = host.equals(LOCALHOST);
        boolean isSecure = "https".equalsIgnoreCase(publicUrl.getScheme()) || isLocal;
        if (host.isEmpty() || ADDRESS.matcher(host).matches() || !isSecure) {
            return Optional.empty();
        }
        Set<String> origins = new LinkedHashSet<>();
        origins.add(origin(publicUrl, host));
        if (isLocal) {
            plainPort.ifPresent(port -> origins.add("http://" + LOCALHOST + ":" + port));
        }
        return Optional.of(new RelyingParty(host, origins));
    }

    private static String origin(URI url, String host) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        boolean isUsual = url.getPort() < 0 || scheme.equals("https") && url.getPort() == HTTPS;
        return scheme + "://" + host + (isUsual ? "" : ":" + url.getPort());
    }
}
