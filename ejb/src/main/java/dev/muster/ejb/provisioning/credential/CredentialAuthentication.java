package dev.muster.ejb.provisioning.credential;

import dev.muster.domain.device.Device;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.trust.CredentialCertificate;
import dev.muster.ejb.device.DeviceRepository;
import dev.muster.ejb.device.FoundDevice;
import dev.muster.ejb.trust.CredentialCertificateRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;

/** Finds devices by the certificates that are their credentials. The first use of a certificate ends the older ones. */
@ApplicationScoped
public class CredentialAuthentication {

    @Inject
    private DeviceRepository devices;

    @Inject
    private CredentialCertificateRepository certificates;

    /**
     * Finds the device and notes the first use of the certificate.
     *
     * @return the device, which may be invalidated or suspended: the caller must check that, and roll back
     * @throws ProblemException {@code certificate-revoked} if the certificate is revoked
     */
    public FoundDevice find(Peer.Holder holder) {
        CredentialCertificate certificate = holder.certificate();
        if (!certificate.isRevoked() && certificate.firstUsedAt() == null) {
            lock(certificate);
        }
        FoundDevice found = Optional.of(certificate)
                .filter(shown -> !shown.isRevoked())
                .map(CredentialCertificate::deviceId)
                .flatMap(devices::byId)
                .orElseThrow(CredentialAuthentication::revoked);
        if (certificate.firstUsedAt() == null) {
            certificates.use(certificate, found.at());
        }
        return found;
    }

    /** Locks the device and reads the certificate again, so that no renewal and no other first use comes in between. */
    private void lock(CredentialCertificate certificate) {
        Optional<Device> device = devices.lock(Objects.requireNonNull(certificate.deviceId()));
        certificates.refresh(certificate);
        if (device.isEmpty()) {
            throw revoked();
        }
    }

    private static ProblemException revoked() {
        return new ProblemException(
                ProblemCode.CERTIFICATE_REVOKED,
                "The certificate is not valid any more: the device has newer credentials, or was deleted.");
    }
}
