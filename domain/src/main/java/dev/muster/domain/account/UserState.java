package dev.muster.domain.account;

/** Whether a user can log in, and why not. */
public enum UserState {
    /** Can log in. */
    ACTIVE,
    /** Has no password yet, or none any more: a one-time link gives the user one. */
    INVITED,
    /** An administrator has locked the user out; nothing of the user is deleted. */
    DISABLED
}
