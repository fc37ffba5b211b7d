package dev.muster.rest.provisioning.credential;

import dev.muster.domain.trust.CredentialCertificate;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;

/**
 * A certificate that is a device's credential.
 *
 * @param serialNumber hexadecimal
 * @param firstUsedAt absent where it has not been used yet
 */
@JsonbPropertyOrder({"serialNumber", "issuedAt", "notAfter", "firstUsedAt"})
public record DeviceCertificateJson(String serialNumber, Instant issuedAt, Instant notAfter, Instant firstUsedAt) {

    static DeviceCertificateJson of(CredentialCertificate certificate) {
        return new DeviceCertificateJson(
                certificate.serialNumber(), certificate.issuedAt(), certificate.notAfter(), certificate.firstUsedAt());
    }
}
