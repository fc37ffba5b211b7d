package dev.muster.domain.provisioning;

/** How far a manager has come with a second proof that waits. */
public enum ApprovalState {
    /** Nobody has decided. */
    PENDING,
    /** The next valid proof gives new credentials. */
    APPROVED,
    /** Further proofs are refused until a manager allows one. */
    REJECTED
}
