package dev.muster.domain.account;

/** Whether an API token reads only, or changes, too. */
public enum TokenAccess {
    READ,
    WRITE
}
