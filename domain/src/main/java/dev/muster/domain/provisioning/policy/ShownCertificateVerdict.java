package dev.muster.domain.provisioning.policy;

import dev.muster.domain.provisioning.proof.ProofRejection;
import java.util.Optional;

/** What {@link ShownCertificatePolicy} finds of a certificate that a peer has shown in TLS. */
public sealed interface ShownCertificateVerdict {

    /**
     * The certificate is one that the DEVICE_CA has given to a device.
     *
     * @param identifier as in the certificate; empty where it names none that could be one
     */
    record Device(Optional<String> identifier) implements ShownCertificateVerdict {}

    /**
     * The DEVICE_CA's key has signed the certificate, and it is none of a device: an authority's, or not for clients.
     *
     * @param reason which of these, one of the DEVICE_CERTIFICATE ones
     */
    record NoDevice(ProofRejection reason) implements ShownCertificateVerdict {}

    /** The certificate is not by this DEVICE_CA, or not any more, or the path to it is not valid. */
    record Refused() implements ShownCertificateVerdict {}
}
