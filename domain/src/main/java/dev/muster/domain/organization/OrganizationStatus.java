package dev.muster.domain.organization;

/** Whether an organization works. */
public enum OrganizationStatus {
    ACTIVE,
    /** Its users change nothing, and its devices neither join nor report; nothing is lost. */
    SUSPENDED
}
