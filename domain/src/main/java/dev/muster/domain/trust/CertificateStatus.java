package dev.muster.domain.trust;

/** Whether a manufacturer's certificate still proves devices. */
public enum CertificateStatus {
    ACTIVE,
    /** No new proofs; the devices that it proved go on. */
    EXPIRED,
    /** No new proofs, and the devices that it proved are invalid. */
    REVOKED
}
