package dev.muster.domain.trust;

/** What a manufacturer's certificate is for. */
public enum CertificatePurpose {
    /** A leaf whose key, shared by the devices that carry it, signs provision requests. */
    PROOF
}
