package dev.muster.it;

import dev.muster.testkit.MusterServer;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The revocation list of the device root, as everybody gets it.
 *
 * @param der as it came
 * @param list the same, read by the JDK
 * @param etag as it came
 */
record RevocationListOfRoot(byte[] der, X509CRL list, String etag) {

    private static final Pattern ADDRESS = Pattern.compile("/api/v1/pki/crl/[0-9a-f-]{36}");

    /** From the address that a certificate names, at the server that is asked. */
    static RevocationListOfRoot at(MusterServer server, X509 certificate) {
        return from(server.nobody().download(address(certificate)));
    }

    static RevocationListOfRoot from(HttpResponse<byte[]> response) {
        try {
            X509CRL list = (X509CRL)
                    CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(response.body()));
            String etag = response.headers().firstValue("ETag").orElseThrow();
            return new RevocationListOfRoot(response.body(), list, etag);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("not a revocation list", e);
        }
    }

    /** Path of the list, out of the certificate's distribution point (RFC 5280, section 4.2.1.13). */
    static String address(X509 certificate) {
        Matcher matcher = ADDRESS.matcher(certificate.distributionPoint());
        if (!matcher.find()) {
            throw new AssertionError("no address in " + certificate.distributionPoint());
        }
        return matcher.group();
    }

    boolean names(X509 certificate) {
        return list.getRevokedCertificate(certificate.serialNumber()) != null;
    }

    Set<BigInteger> serialNumbers() {
        return Optional.ofNullable(list.getRevokedCertificates()).stream()
                .flatMap(entries -> entries.stream())
                .map(X509CRLEntry::getSerialNumber)
                .collect(Collectors.toSet());
    }

    /** CRL number (RFC 5280, section 5.2.3): an OCTET STRING of up to 127 octets around an INTEGER of such a length. */
    BigInteger number() {
        byte[] extension = list.getExtensionValue("2.5.29.20");
        return new BigInteger(Stream.of(extension)
                .map(bytes -> java.util.Arrays.copyOfRange(bytes, 4, bytes.length))
                .findFirst()
                .orElseThrow());
    }
}
