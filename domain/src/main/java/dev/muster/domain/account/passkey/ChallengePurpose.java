package dev.muster.domain.account.passkey;

/** What the answer to a challenge is for. An answer to the challenge of one purpose is refused for the others. */
public enum ChallengePurpose {
    /** A user adds a passkey. */
    ENROLMENT,
    /** Somebody logs in with a passkey and without a password. */
    LOGIN
}
