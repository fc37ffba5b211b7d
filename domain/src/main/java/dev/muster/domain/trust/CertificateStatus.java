package dev.muster.domain.trust;

/** Whether a manufacturer's certificate still proves devices. */
public enum CertificateStatus {
    ACTIVE,
    /** No new proofs. The devices that it proved stay valid. */
    EXPIRED,
    /** No new proofs. The devices that it proved are invalid. */
    REVOKED
}
