package dev.muster.domain.provisioning.proof;

import dev.muster.domain.trust.CertificatePurpose;

/** The kind of key that made a verified proof. */
public enum ProofKey {
    /** The device's own key, with a certificate by a DEVICE_CA. */
    OWN,
    /** The key of a PROOF certificate, which many devices may share. */
    SHARED,
    /** No key: the literal form is the same text each time, a static secret. */
    LITERAL;

    /** @param literal whether the proof is of the literal form */
    public static ProofKey of(CertificatePurpose purpose, boolean literal) {
        if (literal) {
            return LITERAL;
        }
        return purpose == CertificatePurpose.DEVICE_CA ? OWN : SHARED;
    }
}
