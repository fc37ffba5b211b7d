package dev.muster.domain.provisioning.policy;

import dev.muster.domain.provisioning.proof.ProofRejection;
import java.util.Optional;

/** The verdict of {@link ShownCertificatePolicy} about a certificate that a peer has shown in TLS. */
public sealed interface ShownCertificateVerdict {

    /**
     * The DEVICE_CA has issued the certificate to a device.
     *
     * @param identifier as in the certificate; empty if it names no possible identifier
     */
    record Device(Optional<String> identifier) implements ShownCertificateVerdict {}

    /**
     * The DEVICE_CA's key has signed the certificate, but it is not a device's: it is an authority's, or not for
     * clients.
     *
     * @param reason which of these; a constant that begins with DEVICE_CERTIFICATE
     */
    record NoDevice(ProofRejection reason) implements ShownCertificateVerdict {}

    /** The certificate is not by this DEVICE_CA, or has expired, or the path to it is not valid. */
    record Refused() implements ShownCertificateVerdict {}
}
