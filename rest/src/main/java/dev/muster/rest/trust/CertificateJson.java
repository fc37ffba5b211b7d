package dev.muster.rest.trust;

import dev.muster.domain.trust.CertificatePurpose;
import dev.muster.domain.trust.CertificateStatus;
import dev.muster.domain.trust.Der;
import dev.muster.domain.trust.KeyAlgorithm;
import dev.muster.domain.trust.ManufacturerCertificate;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.security.auth.x500.X500Principal;

/**
 * A certificate as its manufacturer sees it, without secrets.
 *
 * @param keyAlgorithm {@code RSA} for a key from outside of a size that is not made here
 * @param keyBits of RSA's modulus, or of the curve
 * @param subject distinguished name (RFC 2253)
 * @param issuer distinguished name (RFC 2253)
 * @param serialNumber hexadecimal, lower case
 * @param sha256Fingerprint of the DER, hexadecimal, lower case
 * @param literalForm whether the literal proof is believed, too
 * @param maxDevices how many devices it may prove at most; absent for any number
 * @param devices how many it has proved, in the details alone
 */
@JsonbPropertyOrder({
    "id",
    "name",
    "status",
    "purpose",
    "keyAlgorithm",
    "keyBits",
    "accessKey",
    "subject",
    "issuer",
    "serialNumber",
    "notBefore",
    "notAfter",
    "sha256Fingerprint",
    "createdAt",
    "revokedAt",
    "literalForm",
    "maxDevices",
    "devices"
})
public record CertificateJson(
        UUID id,
        String name,
        CertificateStatus status,
        CertificatePurpose purpose,
        KeyAlgorithm keyAlgorithm,
        int keyBits,
        String accessKey,
        String subject,
        String issuer,
        String serialNumber,
        Instant notBefore,
        Instant notAfter,
        String sha256Fingerprint,
        Instant createdAt,
        Instant revokedAt,
        boolean literalForm,
        Integer maxDevices,
        Long devices) {

    /** The access key's attribute, which RFC 2253 has no name for. */
    private static final Map<String, String> SERIAL_NUMBER = Map.of("2.5.4.5", "SERIALNUMBER");

    static CertificateJson of(ManufacturerCertificate certificate, Instant now) {
        return of(certificate, now, null);
    }

    public static CertificateJson of(ManufacturerCertificate certificate, Instant now, Long devices) {
        X509Certificate x509 = Der.certificate(certificate.certificate());
        return new CertificateJson(
                certificate.id(),
                certificate.name(),
                certificate.status(now),
                certificate.purpose(),
                certificate.keyAlgorithm(),
                certificate.keyBits(),
                certificate.accessKey(),
                name(x509.getSubjectX500Principal()),
                name(x509.getIssuerX500Principal()),
                certificate.serialNumber(),
                certificate.notBefore(),
                certificate.notAfter(),
                Fingerprint.sha256(certificate.certificate()),
                certificate.createdAt(),
                certificate.revokedAt(),
                certificate.isLiteralForm(),
                certificate.maxDevices(),
                devices);
    }

    private static String name(X500Principal principal) {
        return principal.getName(X500Principal.RFC2253, SERIAL_NUMBER);
    }
}
