package dev.muster.launcher.certificate;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.util.IPAddress;

/** The names for which clients accept a server's certificate: its subjectAltName (RFC 9525 section 6). */
record NamesOfCertificate(Collection<List<?>> names) {

    /** GeneralName, RFC 5280 section 4.2.1.6. */
    private static final int DNS = 2;

    private static final int ADDRESS = 7;

    static NamesOfCertificate of(X509Certificate certificate) throws CertificateParsingException {
        return new NamesOfCertificate(
                Optional.ofNullable(certificate.getSubjectAlternativeNames()).orElse(List.of()));
    }

    boolean covers(String host) {
        return IPAddress.isValid(host)
                ? names.stream().anyMatch(name -> isOfKind(name, ADDRESS) && isSameAddress(text(name), host))
                : names.stream().anyMatch(name -> isOfKind(name, DNS) && matches(text(name), host));
    }

    private static boolean isOfKind(List<?> name, int kind) {
        return name.get(0).equals(kind);
    }

    private static String text(List<?> name) {
        return (String) name.get(1);
    }

    /** A wildcard is the whole first label, and stands for one label. */
    private static boolean matches(String pattern, String host) {
        if (pattern.startsWith("*.")) {
            int dot = host.indexOf('.');
            return dot > 0 && pattern.substring(1).equalsIgnoreCase(host.substring(dot));
        }
        return pattern.equalsIgnoreCase(host);
    }

    private static boolean isSameAddress(String one, String other) {
        try {
            // both are literals, so no name is looked up
            return InetAddress.getByName(one).equals(InetAddress.getByName(other));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return String.join(
                ", ",
                names.stream()
                        .filter(name -> isOfKind(name, DNS) || isOfKind(name, ADDRESS))
                        .map(NamesOfCertificate::text)
                        .toList());
    }
}
