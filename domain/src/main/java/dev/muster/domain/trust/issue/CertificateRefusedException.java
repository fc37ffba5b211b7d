package dev.muster.domain.trust.issue;

/**
 * A certificate that was asked for cannot be made, because of what was asked. Thrown before anything is signed; whoever
 * asked can change the value and ask again.
 */
public final class CertificateRefusedException extends RuntimeException {

    /** What is wrong with the wish. */
    public enum Reason {
        /** A name is blank, longer than 64 characters, or has characters that no name has. */
        NAME,
        /** The access key is not one. */
        ACCESS_KEY,
        /** The days are outside what the profile allows. */
        VALIDITY,
        /** The certificate would live before or beyond its issuer. */
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
