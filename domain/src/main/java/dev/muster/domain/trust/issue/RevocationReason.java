package dev.muster.domain.trust.issue;

/** Why a certificate was revoked, for whoever reads a revocation list (RFC 5280, section 5.3.1). */
public enum RevocationReason {
    /** Nothing was said. The list then says nothing either: section 5.3.1 wants it so. */
    UNSPECIFIED(0),
    /** The private key, or a device that carries it, is in wrong hands. */
    KEY_COMPROMISE(1),
    /** Another certificate took its place. */
    SUPERSEDED(4),
    /** What it was made for has ended. */
    CESSATION_OF_OPERATION(5);

    private final int code;

    RevocationReason(int code) {
        this.code = code;
    }

    /** CRLReason. */
    int code() {
        return code;
    }
}
