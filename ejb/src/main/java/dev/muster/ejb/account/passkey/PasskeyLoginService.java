package dev.muster.ejb.account.passkey;

import dev.muster.domain.account.throttle.LoginRequester;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.RetryLaterException;
import dev.muster.ejb.account.throttle.FailedLogins;
import dev.muster.ejb.account.throttle.FailedLogins.LoginTry;
import dev.muster.ejb.account.throttle.LoginDelays;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Logs in by a passkey alone. It counts as two factors: what the user has, and what the authenticator has asked for, which
 * is a PIN, a finger or a face. A failed login counts for its source, together with wrong passwords.
 */
@Stateless
public class PasskeyLoginService {

    @Inject
    private PasskeyLogin login;

    @Inject
    private LoginDelays delays;

    @Inject
    private FailedLogins failures;

    /**
     * Begins a login.
     *
     * @param source the network address
     * @throws ProblemException {@code conflict} if browsers make no passkeys at this address
     */
    @Access(Rule.EVERYONE)
    public PasskeyRequest begin(String source) {
        return login.begin(source);
    }

    /**
     * Returns the user whose passkey has signed. Empty if the answer proves nothing, and also if its user is disabled or
     * the passkey is unknown: a stranger cannot tell these apart.
     *
     * @param secret what binds the challenge to the browser; null if the browser has none
     * @param source the network address
     * @throws RetryLaterException if there were too many failed logins at this source
     */
    @Access(Rule.EVERYONE)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<Caller> authenticate(@Nullable String secret, PasskeyAssertion answer, String source) {
        return failures.recording(
                LoginTry.from(source, null, Optional.empty()),
                () -> delays.guard(LoginRequester.anyone(source), () -> login.finish(secret, answer)));
    }
}
