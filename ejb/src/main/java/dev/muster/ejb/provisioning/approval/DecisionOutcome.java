package dev.muster.ejb.provisioning.approval;

/** The outcome for one of several requests that were decided at once. */
public enum DecisionOutcome {
    APPROVED,
    REJECTED,
    /** The request was decided before, and stays so. */
    DECIDED_BEFORE
}
