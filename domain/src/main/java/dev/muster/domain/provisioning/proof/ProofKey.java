package dev.muster.domain.provisioning.proof;

import dev.muster.domain.trust.CertificatePurpose;

/** What a verified proof says of who has made it. */
public enum ProofKey {
    /** A key that no other device has: under a DEVICE_CA. */
    OWN,
    /** A key that all devices of a PROOF certificate may share. */
    SHARED,
    /** The literal form, which is the same text each time: a static secret. */
    LITERAL;

    /** @param literal whether the proof is of the literal form */
    public static ProofKey of(CertificatePurpose purpose, boolean literal) {
        if (literal) {
            return LITERAL;
        }
        return purpose == CertificatePurpose.DEVICE_CA ? OWN : SHARED;
    }
}
