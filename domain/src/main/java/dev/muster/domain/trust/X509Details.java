package dev.muster.domain.trust;

import dev.muster.domain.trust.key.Der;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Map;
import javax.security.auth.x500.X500Principal;

/**
 * The fields of a certificate that people read, and its fingerprints, by which they find it elsewhere.
 *
 * @param subject distinguished name (RFC 2253)
 * @param issuer distinguished name (RFC 2253)
 * @param sha256Fingerprint of the DER, hexadecimal, lower case
 * @param sha1Fingerprint of the DER, hexadecimal, lower case; only for tools that know no other fingerprint, because
 *     somebody can make two certificates with the same one
 */
public record X509Details(String subject, String issuer, String sha256Fingerprint, String sha1Fingerprint) {

    /** The attribute of the access key; RFC 2253 has no name for it. */
    private static final Map<String, String> SERIAL_NUMBER = Map.of("2.5.4.5", "SERIALNUMBER");

    /** @param der one certificate */
    public static X509Details of(byte[] der) {
        X509Certificate certificate = Der.certificate(der);
        return new X509Details(
                name(certificate.getSubjectX500Principal()),
                name(certificate.getIssuerX500Principal()),
                fingerprint("SHA-256", der),
                fingerprint("SHA-1", der));
    }

    private static String name(X500Principal principal) {
        return principal.getName(X500Principal.RFC2253, SERIAL_NUMBER);
    }

    private static String fingerprint(String algorithm, byte[] der) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(der));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
