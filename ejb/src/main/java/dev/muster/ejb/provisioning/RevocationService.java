package dev.muster.ejb.provisioning;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.ejb.device.DeviceRepository;
import dev.muster.ejb.trust.CertificateRepository;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Deleting a certificate, which is revoking it and invalidating every device that it proved, in one transaction. A proof
 * under way is waited for; whatever it creates is invalidated too.
 */
@Stateless
public class RevocationService {

    @Inject
    private CertificateRepository certificates;

    @Inject
    private DeviceRepository devices;

    @Inject
    private Clock clock;

    /** What a revocation would do now. */
    public RevocationImpact impact(Caller caller, UUID manufacturerId, UUID certificateId) {
        ManufacturerCertificate certificate = get(caller, manufacturerId, certificateId);
        return new RevocationImpact(
                devices.countByCertificate(certificate.id()),
                devices.countOrganizationsByCertificate(certificate.id()));
    }

    /**
     * Revokes; a second time changes nothing.
     *
     * @throws ProblemException {@code not-found}
     */
    public void revoke(Caller caller, UUID manufacturerId, UUID certificateId) {
        ManufacturerCertificate certificate = get(caller, manufacturerId, certificateId);
        certificates.holdAlone(certificate);
        Instant now = clock.instant();
        certificate.revoke(now);
        devices.invalidateByCertificate(certificate.id(), now);
    }

    private ManufacturerCertificate get(Caller caller, UUID manufacturerId, UUID certificateId) {
        caller.requireManufacturer(manufacturerId);
        return certificates.get(manufacturerId, certificateId);
    }
}
