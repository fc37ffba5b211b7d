package dev.muster.domain.trust.issue;

import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.util.IPAddress;

/**
 * The names by which clients reach the server. They go into the subjectAltName of its certificate (RFC 5280 section
 * 4.2.1.6, RFC 9525 section 6). The start that makes the certificate chooses them.
 *
 * @param names at least one, each a DNS name in ASCII ({@code localhost}, {@code muster.example}) or an IP address
 *     ({@code 127.0.0.1}, {@code ::1}, without brackets); the order is kept
 */
public record ServerNames(List<String> names) {

    /** Labels of letters, digits and inner hyphens, at most 63 (RFC 1123 section 2.1). */
    private static final Pattern DNS =
            Pattern.compile("(?i)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*");

    /** RFC 1035 section 2.3.4, as text. */
    private static final int MAX_DNS_LENGTH = 253;

    /** Four numbers can only be an address: nobody looks such a DNS name up (RFC 1123 section 2.1). */
    private static final Pattern LOOKS_LIKE_IPV4 = Pattern.compile("[0-9.]+");

    /**
     * @throws CertificateRefusedException SERVER_NAME, if there is no name, or a name is neither a DNS name nor an IP
     *     address
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
