package dev.muster.ejb.account.signon;

import dev.muster.domain.account.signon.SignOnRefusal;
import dev.muster.domain.shared.Caller;
import java.time.Instant;
import java.util.Optional;

/** How far a login at the provider has come. */
public sealed interface SignOnOutcome {

    /**
     * It begins.
     *
     * @param address where the browser goes
     * @param cookie what the browser keeps until it comes back
     * @param provider the name of the provider
     */
    record Begun(String address, String cookie, String provider) implements SignOnOutcome {

        @Override
        public String toString() {
            return "Begun[hidden]";
        }
    }

    /**
     * The provider has named the user.
     *
     * @param authenticatedAt when the user has proved there who it is; empty if the provider does not say it
     * @param next the page that the user wanted, a path of this site
     */
    record Entered(Caller user, Optional<Instant> authenticatedAt, String next) implements SignOnOutcome {}

    record Refused(SignOnRefusal reason) implements SignOnOutcome {}
}
