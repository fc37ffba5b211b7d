package dev.muster.ejb.provisioning;

import dev.muster.domain.device.Device;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.ejb.notice.CertificateNotices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/**
 * A planned end of a certificate also applies to a device that the certificate proves meanwhile, and the device's
 * organization is told of it. The certificate is locked until the commit.
 */
@ApplicationScoped
public class PlannedEnds {

    @Inject
    private CertificateNotices notices;

    void apply(Device device, ManufacturerCertificate certificate, Instant now) {
        device.endAt(certificate.revokedAt());
        if (certificate.revokedAt() != null) {
            notices.joined(certificate, device.organization().id(), now);
        }
    }
}
