package dev.muster.rest.provisioning;

import dev.muster.domain.trust.CredentialCertificate;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;

/** The certificates that are a device's credentials. */
public record DeviceCertificatesJson(List<One> items) {

    /**
     * @param serialNumber hexadecimal
     * @param firstUsedAt absent where it has not been used yet
     */
    @JsonbPropertyOrder({"serialNumber", "issuedAt", "notAfter", "firstUsedAt"})
    public record One(String serialNumber, Instant issuedAt, Instant notAfter, Instant firstUsedAt) {

        static One of(CredentialCertificate certificate) {
            return new One(
                    certificate.serialNumber(),
                    certificate.issuedAt(),
                    certificate.notAfter(),
                    certificate.firstUsedAt());
        }
    }

    static DeviceCertificatesJson of(List<CredentialCertificate> certificates) {
        return new DeviceCertificatesJson(certificates.stream().map(One::of).toList());
    }
}
