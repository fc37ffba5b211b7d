package dev.muster.domain.trust.path;

/** The result of {@link CertificatePathValidator}: a value instead of an exception. */
public sealed interface PathVerdict {

    /** The issuer, or an authority under it, has issued the certificate to this device. */
    record Valid(VerifiedDevice device) implements PathVerdict {}

    /**
     * The certificate is not accepted.
     *
     * @param position of the certificate with the fault: 0 is the device's, then come its issuers, and last the root
     */
    record Refused(PathFault fault, int position) implements PathVerdict {}
}
