package dev.muster.domain.account.factor;

/** A kind of second factor. Recovery codes are no kind: they stand in for one that is lost. */
public enum FactorKind {
    /** An app that shows a code of six digits, another one every 30 seconds. */
    AUTHENTICATOR_APP,

    /** A key in a device or in a password manager. It also logs in without a password. */
    PASSKEY
}
