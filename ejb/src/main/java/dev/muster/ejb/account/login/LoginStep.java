package dev.muster.ejb.account.login;

import dev.muster.domain.shared.Caller;

/** What comes after a right password, or after another first proof of who the user is. */
public sealed interface LoginStep {

    /** The user has proved everything: a session can begin. */
    record Finished(Caller user) implements LoginStep {}

    /**
     * A second factor is missing.
     *
     * @param secret for the cookie of this browser; whoever has it can try codes
     */
    record Waiting(String secret) implements LoginStep {

        @Override
        public String toString() {
            return "Waiting";
        }
    }
}
