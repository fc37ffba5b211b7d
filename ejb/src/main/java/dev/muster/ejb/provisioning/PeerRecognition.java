package dev.muster.ejb.provisioning;

import dev.muster.domain.provisioning.policy.DeviceAuthority;
import dev.muster.domain.provisioning.policy.ShownCertificatePolicy;
import dev.muster.domain.provisioning.policy.ShownCertificateVerdict;
import dev.muster.domain.provisioning.proof.ProofRejection;
import dev.muster.domain.trust.CertificatePurpose;
import dev.muster.domain.trust.CredentialCertificate;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.domain.trust.path.ShownCertificate;
import dev.muster.ejb.provisioning.credential.Peer;
import dev.muster.ejb.trust.CertificateRepository;
import dev.muster.ejb.trust.CredentialCertificateRepository;
import dev.muster.ejb.trust.PlatformRoots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds out who shows a certificate in TLS. The issuer's name in the certificate contains the access key of the
 * DEVICE_CA, which is looked up. The name is trusted only if the path to exactly that DEVICE_CA is valid. A certificate
 * by an organization's authority must itself be in the database, byte for byte.
 */
@ApplicationScoped
public class PeerRecognition {

    @Inject
    private CertificateRepository certificates;

    @Inject
    private CredentialCertificateRepository credentials;

    @Inject
    private PlatformRoots roots;

    /** @param chain DER, the client's own certificate first; may be empty */
    Peer recognize(List<byte[]> chain, Instant now) {
        Optional<ShownCertificate> shown = chain.stream().findFirst().flatMap(ShownCertificate::read);
        Optional<ManufacturerCertificate> authority = shown.flatMap(ShownCertificate::issuerAccessKey)
                .flatMap(certificates::byAccessKey)
                .filter(certificate -> certificate.purpose() == CertificatePurpose.DEVICE_CA);
        if (authority.isPresent()) {
            return judge(chain, authority.get(), now);
        }
        Optional<CredentialCertificate> credential = shown.flatMap(certificate -> credentials.find(chain.getFirst()));
        if (credential.isPresent()) {
            return judge(chain, credential.get(), now);
        }
        return shown.flatMap(ShownCertificate::subjectAccessKey)
                .flatMap(certificates::byAccessKey)
                .filter(own -> Arrays.equals(own.certificate(), chain.getFirst()))
                .<Peer>map(own -> new Peer.NoDevice(own, ProofRejection.NO_DEVICE_CERTIFICATE))
                .orElseGet(() -> new Peer.Stranger(Optional.empty()));
    }

    /** A credential does not end later than its issuer: if it has not expired, neither has the path. */
    private Peer judge(List<byte[]> chain, CredentialCertificate credential, Instant now) {
        DeviceAuthority issuer = new DeviceAuthority("", credential.issuer().certificate(), credential.notAfter());
        return !credential.isExpired(now)
                        && ShownCertificatePolicy.judge(chain, issuer, rootOf(issuer), now)
                                instanceof ShownCertificateVerdict.Device device
                ? new Peer.Holder(credential, device.identifier().orElse(""))
                : new Peer.Stranger(Optional.of(credential.provedBy()));
    }

    private Peer judge(List<byte[]> chain, ManufacturerCertificate authority, Instant now) {
        DeviceAuthority issuer =
                new DeviceAuthority(authority.accessKey(), authority.certificate(), authority.notAfter());
        return switch (ShownCertificatePolicy.judge(chain, issuer, rootOf(issuer), now)) {
            case ShownCertificateVerdict.Device(var identifier) -> new Peer.Device(authority, identifier.orElse(""));
            case ShownCertificateVerdict.NoDevice(var reason) -> new Peer.NoDevice(authority, reason);
            case ShownCertificateVerdict.Refused() -> new Peer.Stranger(Optional.of(authority));
        };
    }

    private byte[] rootOf(DeviceAuthority issuer) {
        return roots.trustedDeviceRoots().above(issuer.certificate());
    }
}
