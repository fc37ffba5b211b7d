package dev.muster.domain.account.passkey;

/** The algorithms of passkeys, the preferred first. Each device of today has one of them. */
public enum PasskeyAlgorithm {
    /** ECDSA with P-256 and SHA-256. */
    ES256(-7),

    /** Ed25519. */
    EDDSA(-8),

    /** RSA with PKCS#1 v1.5 padding and SHA-256, for older Windows devices. */
    RS256(-257);

    private final int cose;

    PasskeyAlgorithm(int cose) {
        this.cose = cose;
    }

    /** The number in the registry "COSE Algorithms" (RFC 9053, RFC 8812). */
    public int cose() {
        return cose;
    }
}
