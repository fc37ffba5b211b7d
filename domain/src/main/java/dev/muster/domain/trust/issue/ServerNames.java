package dev.muster.domain.trust.issue;

import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.util.IPAddress;

/**
 * The names under which clients reach the server: what its certificate says in subjectAltName (RFC 5280 section
 * 4.2.1.6, RFC 9525 section 6). Chosen at the start that makes the certificate.
 *
 * @param names at least one, each a DNS name in ASCII ({@code localhost}, {@code muster.example}) or an IP address
 *     ({@code 127.0.0.1}, {@code ::1}, without brackets); the order is kept
 */
public record ServerNames(List<String> names) {

    /** Labels of letters, digits and inner hyphens, at most 63 (RFC 1123 section 2.1). */
    private static final Pattern DNS =
            Pattern.compile("(?i)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*");

    /** RFC 1035 section 2.3.4, in text. */
    private static final int MAX_DNS_LENGTH = 253;

    /** Four numbers are an address or nothing: such a DNS name would never be looked up (RFC 1123 section 2.1). */
    private static final Pattern LOOKS_LIKE_IPV4 = Pattern.compile("[0-9.]+");

    /**
     * @throws CertificateRefusedException SERVER_NAME, where there is no name, or one is neither of the two
     */
    public ServerNames {
        names = List.copyOf(names);
        if (names.isEmpty() || !names.stream().allMatch(n -> isAddress(n) || isDnsName(n))) {
            throw new CertificateRefusedException(
                    CertificateRefusedException.Reason.SERVER_NAME, "a server name is a DNS name or an IP address");
        }
    }

    GeneralNames toGeneralNames() {
        return new GeneralNames(names.stream().map(ServerNames::toGeneralName).toArray(GeneralName[]::new));
    }

    private static GeneralName toGeneralName(String name) {
        return new GeneralName(isAddress(name) ? GeneralName.iPAddress : GeneralName.dNSName, name);
    }

    private static boolean isAddress(String name) {
        return IPAddress.isValid(name);
    }

    static boolean isDnsName(String name) {
        return name.length() <= MAX_DNS_LENGTH
                && DNS.matcher(name).matches()
                && !LOOKS_LIKE_IPV4.matcher(name).matches();
    }
}
