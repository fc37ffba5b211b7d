package dev.muster.rest.trust;

import dev.muster.domain.trust.CertificatePurpose;
import dev.muster.domain.trust.CertificateStatus;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.domain.trust.X509Details;
import dev.muster.domain.trust.issue.RevocationReason;
import dev.muster.domain.trust.key.KeyAlgorithm;
import dev.muster.ejb.trust.revocation.CertificateInUse;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A certificate as its manufacturer sees it, without secrets.
 *
 * @param keyAlgorithm {@code RSA} for an outside key of a size that the server does not make
 * @param keyBits of RSA's modulus, or of the curve
 * @param subject distinguished name (RFC 2253)
 * @param issuer distinguished name (RFC 2253)
 * @param serialNumber hexadecimal, lower case
 * @param sha256Fingerprint of the DER, hexadecimal, lower case
 * @param sha1Fingerprint likewise; only to look a certificate up
 * @param revokedAt since when it is revoked
 * @param revocationPlannedFor when the revocation is planned
 * @param revocationReason why it is, or is going to be, revoked
 * @param literalForm whether the literal proof is also accepted
 * @param maxDevices how many devices it may prove at most; absent if there is no limit
 * @param devices how many devices it proved that still exist
 * @param lastUsedAt when it last proved a device
 */
@Schema(name = "Certificate")
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
    "sha1Fingerprint",
    "createdAt",
    "revokedAt",
    "revocationPlannedFor",
    "revocationReason",
    "literalForm",
    "maxDevices",
    "devices",
    "lastUsedAt"
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
        String sha1Fingerprint,
        Instant createdAt,
        Instant revokedAt,
        Instant revocationPlannedFor,
        RevocationReason revocationReason,
        boolean literalForm,
        Integer maxDevices,
        long devices,
        Instant lastUsedAt) {

    public static CertificateJson of(CertificateInUse entry, Instant now) {
        ManufacturerCertificate certificate = entry.certificate();
        X509Details x509 = X509Details.of(certificate.certificate());
        Instant planned = certificate.plannedRevocation(now).orElse(null);
        return new CertificateJson(
                certificate.id(),
                certificate.name(),
                certificate.status(now),
                certificate.purpose(),
                certificate.keyAlgorithm(),
                certificate.keyBits(),
                certificate.accessKey(),
                x509.subject(),
                x509.issuer(),
                certificate.serialNumber(),
                certificate.notBefore(),
                certificate.notAfter(),
                x509.sha256Fingerprint(),
                x509.sha1Fingerprint(),
                certificate.createdAt(),
                planned == null ? certificate.revokedAt() : null,
                planned,
                certificate.revocationReason(),
                certificate.isLiteralForm(),
                certificate.maxDevices(),
                entry.use().devices(),
                entry.use().lastUsedAt());
    }
}
