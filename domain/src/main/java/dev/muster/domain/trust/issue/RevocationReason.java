package dev.muster.domain.trust.issue;

/** Why a certificate was revoked, for the readers of a revocation list (RFC 5280 section 5.3.1). */
public enum RevocationReason {
    /** No reason was given. Then the list gives no reason either, as section 5.3.1 demands. */
    UNSPECIFIED(0),
    /** The private key, or a device that carries it, is in the wrong hands. */
    KEY_COMPROMISE(1),
    /** Another certificate has replaced it. */
    SUPERSEDED(4),
    /** Its purpose has ended. */
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
