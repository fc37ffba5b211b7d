package dev.muster.domain.provisioning;

/** The decision about a second proof. */
public enum ApprovalState {
    /** No manager has decided. */
    PENDING,
    /** The next valid proof gives the device new credentials. */
    APPROVED,
    /** Further proofs are refused until a manager allows one. */
    REJECTED
}
