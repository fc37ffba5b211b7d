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
 * Whether a certificate that a peer has shown in TLS is a device's: the path and the profile of {@link DeviceProofPolicy},
 * and no proof beside it, because in TLS the peer has proved that it holds the key (RFC 8446 section 4.4.3). A pure rule;
 * whether the DEVICE_CA is revoked is not asked here.
 *
 * <p>The path is validated again for each request, although the handshake has done so: a connection, or a session that is
 * resumed, may outlive the certificate, and behind a proxy there was no handshake of ours.
 */
public final class ShownCertificatePolicy {

    /** What is wrong with a certificate that is well made, and not for a device. */
    private static final Set<PathFault> NOT_FOR_A_DEVICE = EnumSet.of(
            PathFault.LEAF_IS_CA,
            PathFault.LEAF_KEY_USAGE,
            PathFault.LEAF_EXTENDED_KEY_USAGE,
            PathFault.AMBIGUOUS_SUBJECT);

    private ShownCertificatePolicy() {}

    /**
     * Judges a certificate.
     *
     * @param chain DER, the peer's own certificate first, each certified by the next; at least one
     * @param authority the DEVICE_CA that the first names as its issuer
     * @param root the platform's, DER
     */
    public static ShownCertificateVerdict judge(
            List<byte[]> chain, DeviceAuthority authority, byte[] root, Instant now) {
        PathVerdict verdict =
                CertificatePathValidator.validate(chain, authority.certificate(), root, judgedAt(authority, now));
        return switch (verdict) {
            case PathVerdict.Valid(var device) -> new ShownCertificateVerdict.Device(device.identifier());
            case PathVerdict.Refused refused ->
                isOthersThanADevices(chain.getFirst(), refused, authority)
                        ? new ShownCertificateVerdict.NoDevice(ProofRejection.ofDeviceCertificate(refused.fault()))
                        : new ShownCertificateVerdict.Refused();
        };
    }

    /** As {@link DeviceProofPolicy}: a device of a DEVICE_CA that has expired is told of that. Nothing is granted then. */
    private static Instant judgedAt(DeviceAuthority authority, Instant now) {
        return now.isAfter(authority.notAfter()) ? authority.notAfter() : now;
    }

    private static boolean isOthersThanADevices(byte[] shown, PathVerdict.Refused refused, DeviceAuthority authority) {
        return refused.position() == 0
                && NOT_FOR_A_DEVICE.contains(refused.fault())
                && ShownCertificate.read(shown)
                        .filter(certificate -> certificate.isSignedBy(authority.certificate()))
                        .isPresent();
    }
}
