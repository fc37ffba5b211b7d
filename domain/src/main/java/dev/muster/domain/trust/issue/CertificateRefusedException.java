package dev.muster.domain.trust.issue;

/**
 * The requested certificate cannot be made, because a requested value is wrong. It is thrown before anything is signed;
 * the caller can change the value and try again.
 */
public final class CertificateRefusedException extends RuntimeException {

    /** The value that is wrong. */
    public enum Reason {
        /** A name is blank, longer than 64 characters, or has characters that no name may have. */
        NAME,
        /** The access key does not have the form of an access key. */
        ACCESS_KEY,
        /** The days are outside what the profile allows. */
        VALIDITY,
        /** The certificate would be valid before or after its issuer. */
        BEYOND_ISSUER,
        /** A server name is neither a DNS name nor an IP address, or there is none. */
        SERVER_NAME
    }

    private final Reason reason;

    CertificateRefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
