package dev.muster.ejb.provisioning;

import dev.muster.domain.device.Device;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.provisioning.ProvisioningOutcome;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.domain.trust.issue.RevocationReason;
import dev.muster.ejb.device.CertifiedDevices;
import dev.muster.ejb.device.DeviceLogin;
import dev.muster.ejb.device.DeviceRepository;
import dev.muster.ejb.device.FoundDevice;
import dev.muster.ejb.enrollment.batch.EnrollmentRepository;
import dev.muster.ejb.provisioning.credential.CredentialAuthentication;
import dev.muster.ejb.provisioning.credential.DeviceCertificateIssuance;
import dev.muster.ejb.provisioning.credential.Peer;
import dev.muster.ejb.shared.DatabaseTime;
import dev.muster.ejb.trust.CertificateRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Authenticates devices that show their certificate instead of a token. The first connection of an enrolled device
 * creates it, in the same transaction as its message is kept. Nobody learns the token that is made with the device; a
 * device that needs a token sends a provision request first.
 */
@ApplicationScoped
public class TlsAuthentication implements CertifiedDevices {

    @Inject
    private PeerRecognition recognition;

    @Inject
    private CertificateRepository certificates;

    @Inject
    private EnrollmentRepository enrollments;

    @Inject
    private ProvisioningRepository provisioning;

    @Inject
    private DeviceCreation creation;

    @Inject
    private AttemptLog attempts;

    @Inject
    private CredentialAuthentication holders;

    @Inject
    private DeviceCertificateIssuance deviceCertificates;

    @Inject
    private DeviceRepository devices;

    @Inject
    private DatabaseTime time;

    @Inject
    private Clock clock;

    @Override
    public FoundDevice find(DeviceLogin.Certificate shown) {
        Instant now = clock.instant();
        Peer shownBy = recognition.recognize(shown.chain(), now);
        return known(shownBy).orElseGet(() -> join(device(shownBy), shown.source(), now));
    }

    @Override
    public Optional<FoundDevice> known(DeviceLogin.Certificate shown) {
        return known(recognition.recognize(shown.chain(), clock.instant()));
    }

    private Optional<FoundDevice> known(Peer shownBy) {
        if (shownBy instanceof Peer.Holder holder) {
            return Optional.of(holders.find(holder));
        }
        Peer.Device peer = device(shownBy);
        return existing(peer).map(found -> admit(found, peer));
    }

    @Override
    public void end(Device device) {
        devices.lock(device.id());
        deviceCertificates.end(device, RevocationReason.CESSATION_OF_OPERATION, time.now());
    }

    private static Peer.Device device(Peer peer) {
        if (peer instanceof Peer.Device device) {
            return device;
        }
        throw peer instanceof Peer.NoDevice other
                ? new ProblemException(
                        ProblemCode.PROOF_FORM_DISABLED,
                        other.reason().deviceCertificateAdvice().orElseThrow())
                : new ProblemException(
                        ProblemCode.UNAUTHENTICATED,
                        "The certificate does not belong to a device of this platform, or is not valid now.");
    }

    /** Empty for an identifier that breaks the scheme, because its normal form may be that of a correct identifier. */
    private Optional<FoundDevice> existing(Peer.Device peer) {
        Manufacturer manufacturer = peer.authority().manufacturer();
        return manufacturer.identifierRules().checkWanted(peer.identifier()).isPresent()
                ? Optional.empty()
                : provisioning.find(manufacturer.id(), peer.normalizedIdentifier());
    }

    /**
     * Returns an invalidated device, too, because the caller tells it so. For other devices the DEVICE_CA must be
     * neither revoked nor expired.
     */
    private static FoundDevice admit(FoundDevice found, Peer.Device peer) {
        if (!found.isInvalidated()) {
            RefusalChecks.ofCertificate(peer.authority(), found.at()).ifPresent(code -> {
                throw new ProblemException(code, code.title() + ".");
            });
        }
        return found;
    }

    /**
     * Locks in the same order as {@link DeviceCreation}, then looks for the device again: of several first messages at
     * once, one creates the device and the others find it.
     */
    private FoundDevice join(Peer.Device peer, String source, Instant now) {
        ManufacturerCertificate authority = peer.authority();
        certificates.lockForProof(authority);
        enrollments.lock(authority.manufacturer().id(), peer.normalizedIdentifier());
        return existing(peer).map(found -> admit(found, peer)).orElseGet(() -> create(peer, source, now));
    }

    private FoundDevice create(Peer.Device peer, String source, Instant now) {
        JudgedAttempt judged = creation.create(UUID.randomUUID(), peer.authority(), ProvenDevice.connected(peer, null));
        attempts.record(judged, peer.named(), peer.identifier(), source, now);
        if (judged.outcome() instanceof ProvisioningOutcome.Refused refused) {
            throw new ConnectionRefusal(refused);
        }
        return existing(peer).orElseThrow();
    }
}
