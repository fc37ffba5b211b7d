package dev.muster.rest.account;

/** The header in which a user who has a second factor sends a code with the name and the password. */
final class SecondFactorHeader {

    static final String NAME = "X-Muster-Code";

    static final String DESCRIPTION =
            "If you have a second factor: a code of your authenticator app, or a recovery code. Each code counts once";

    private SecondFactorHeader() {}
}
