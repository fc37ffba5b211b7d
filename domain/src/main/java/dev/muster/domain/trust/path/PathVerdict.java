package dev.muster.domain.trust.path;

/** What {@link CertificatePathValidator} finds of a device's certificate and its issuers: a value, not an exception. */
public sealed interface PathVerdict {

    /** The certificate is one that the issuer, or an authority under it, has given to this device. */
    record Valid(VerifiedDevice device) implements PathVerdict {}

    /**
     * The certificate is not believed.
     *
     * @param position of the certificate that is at fault: 0 is the device's, then its issuers, at last the root
     */
    record Refused(PathFault fault, int position) implements PathVerdict {}
}
