package dev.muster.rest.security;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The certificate that a client has shown to a proxy, as the proxy passes it on (RFC 9440): {@code Client-Cert}, a byte
 * sequence, and {@code Client-Cert-Chain}, a list of byte sequences (RFC 8941 sections 3.1 and 3.3.5). Parameters are
 * refused, because none are defined.
 */
final class CertificateHeader {

    static final String CERTIFICATE = "Client-Cert";
    static final String CHAIN = "Client-Cert-Chain";

    private static final Pattern BYTE_SEQUENCE = Pattern.compile("[ \\t]*:([A-Za-z0-9+/]+={0,2}):[ \\t]*");

    private CertificateHeader() {}

    /**
     * The chain, the peer's certificate first; the bytes are not yet read as certificates.
     *
     * @param certificate lines of {@code Client-Cert}; more than one line counts as no certificate
     * @param chain lines of {@code Client-Cert-Chain}, in the order in which they came
     * @return empty if there is no certificate, or if a field is not readable
     */
    static List<byte[]> read(List<String> certificate, List<String> chain) {
        List<byte[]> read = new ArrayList<>();
        List<String> members = new ArrayList<>(certificate);
        chain.forEach(line -> members.addAll(List.of(line.split(",", -1))));
        for (String member : members) {
            bytes(member).ifPresent(read::add);
        }
        return certificate.size() == 1 && read.size() == members.size() ? List.copyOf(read) : List.of();
    }

    private static Optional<byte[]> bytes(String member) {
        Matcher matcher = BYTE_SEQUENCE.matcher(member);
        try {
            return matcher.matches() ? Optional.of(Base64.getDecoder().decode(matcher.group(1))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
