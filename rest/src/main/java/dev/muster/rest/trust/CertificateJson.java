package dev.muster.rest.trust;

import dev.muster.domain.trust.CertificatePurpose;
import dev.muster.domain.trust.CertificateStatus;
import dev.muster.domain.trust.Der;
import dev.muster.domain.trust.KeyAlgorithm;
import dev.muster.domain.trust.ManufacturerCertificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.UUID;

/**
 * A certificate as its manufacturer sees it, without secrets.
 *
 * @param subject distinguished name (RFC 2253)
 * @param issuer distinguished name (RFC 2253)
 * @param serialNumber hexadecimal, lower case
 * @param sha256Fingerprint of the DER, hexadecimal, lower case
 * @param devices how many it has proved, in the details alone
 */
public record CertificateJson(
        UUID id,
        String name,
        CertificateStatus status,
        CertificatePurpose purpose,
        KeyAlgorithm keyAlgorithm,
        String accessKey,
        String subject,
        String issuer,
        String serialNumber,
        Instant notBefore,
        Instant notAfter,
        String sha256Fingerprint,
        Instant createdAt,
        Instant revokedAt,
        Long devices) {

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
                certificate.accessKey(),
                x509.getSubjectX500Principal().getName(),
                x509.getIssuerX500Principal().getName(),
                certificate.serialNumber(),
                certificate.notBefore(),
                certificate.notAfter(),
                Fingerprint.sha256(certificate.certificate()),
                certificate.createdAt(),
                certificate.revokedAt(),
                devices);
    }
}
