package dev.muster.domain.account.signon;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why single sign-on refuses a login. */
public enum SignOnRefusal {
    /** The user has cancelled the login, or the provider has refused it. */
    DENIED,
    /** The login is too old, is used already, or began in another browser. */
    EXPIRED,
    /** The provider cannot be reached, or has a problem of its own. */
    UNREACHABLE,
    /** The times in the ID token are in the future, or too old. */
    CLOCK,
    /** The answer or the ID token is not valid. */
    INVALID,
    /** The login is weaker than the operator demands. */
    WEAK,
    /** The provider has not asked the user to log in again, or does not say that it has. */
    NOT_AGAIN,
    /** None of the user's groups gives a role. */
    NO_GROUP,
    /** An administrator of Muster has disabled the user. */
    DISABLED;

    /** For the address of the login page. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @param word from an address; anybody can have made it */
    public static Optional<SignOnRefusal> of(String word) {
        return Arrays.stream(values())
                .filter(refusal -> refusal.word().equals(word))
                .findFirst();
    }
}
