package dev.muster.domain.provisioning.policy;

import dev.muster.domain.provisioning.proof.ProofRejection;
import dev.muster.domain.trust.path.CertificatePathValidator;
import dev.muster.domain.trust.path.PathFault;
import dev.muster.domain.trust.path.PathVerdict;
import dev.muster.domain.trust.path.ShownCertificate;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Says whether a certificate that a peer has shown in TLS is a device's. The rules for the path and the profile are
 * those of {@link DeviceProofPolicy}. No proof is needed, because in TLS the peer has proved that it holds the key (RFC
 * 8446 section 4.4.3). A pure rule; it does not ask whether the DEVICE_CA is revoked.
 *
 * <p>Each request validates the path again, although the handshake has done so: a connection or a resumed session may
 * outlive the certificate, and behind a proxy the handshake was not ours.
 */
public final class ShownCertificatePolicy {

    /** Faults of a certificate that is well formed but not for a device. */
    private static final Set<PathFault> NOT_FOR_A_DEVICE = EnumSet.of(
            PathFault.LEAF_IS_CA,
            PathFault.LEAF_KEY_USAGE,
            PathFault.LEAF_EXTENDED_KEY_USAGE,
            PathFault.AMBIGUOUS_SUBJECT);

    private ShownCertificatePolicy() {}

    /**
     * Judges a certificate.
     *
     * @param chain DER, the peer's own certificate first, each issued by the next; at least one
     * @param authority the DEVICE_CA that the first certificate names as its issuer
     * @param root the platform's, DER
     */
    public static ShownCertificateVerdict judge(
            List<byte[]> chain, DeviceAuthority authority, byte[] root, Instant now) {
        PathVerdict verdict =
                CertificatePathValidator.validate(chain, authority.certificate(), root, authority.judgedAt(now));
        return switch (verdict) {
            case PathVerdict.Valid(var device) -> new ShownCertificateVerdict.Device(device.identifier());
            case PathVerdict.Refused refused ->
                isOthersThanADevices(chain.getFirst(), refused, authority)
                        ? new ShownCertificateVerdict.NoDevice(ProofRejection.ofDeviceCertificate(refused.fault()))
                        : new ShownCertificateVerdict.Refused();
        };
    }

    private static boolean isOthersThanADevices(byte[] shown, PathVerdict.Refused refused, DeviceAuthority authority) {
        return refused.position() == 0
                && NOT_FOR_A_DEVICE.contains(refused.fault())
                && ShownCertificate.read(shown)
                        .filter(certificate -> certificate.isSignedBy(authority.certificate()))
                        .isPresent();
    }
}
