package dev.muster.ejb.provisioning.approval;

/** What became of one of several requests that were decided at once. */
public enum DecisionOutcome {
    APPROVED,
    REJECTED,
    /** Somebody had decided it before; that stays. */
    DECIDED_BEFORE
}
