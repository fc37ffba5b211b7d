package dev.muster.ejb.account.throttle;

import dev.muster.domain.account.throttle.LoginRequester;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.RetryLaterException;
import dev.muster.ejb.shared.event.SecurityLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes wrong logins wait, longer after each one, on all servers together (docs/adr/020-login-delays.md). Call it
 * outside of any transaction: the check that it guards is slow.
 */
@ApplicationScoped
public class LoginDelays {

    @Inject
    private LoginDelayTransactions transactions;

    /**
     * Checks a secret that people can guess, unless the requester has to wait.
     *
     * @param check empty if the secret is wrong
     * @return the result of the check
     * @throws RetryLaterException if the requester has to wait; the secret is then not checked
     */
    public <T> Optional<T> guard(LoginRequester who, Supplier<Optional<T>> check) {
        count(who);
        Optional<T> found;
        try {
            found = check.get();
        } catch (RuntimeException e) {
            transactions.takeBack(who.keys());
            throw e;
        }
        if (found.isPresent()) {
            transactions.reset(who.keys());
            SecurityLog.loggedIn(
                    who.factor(), found.filter(Caller.class::isInstance).map(Caller.class::cast), who.name());
        } else {
            SecurityLog.loginFailed(who.factor(), who.name());
        }
        return found;
    }

    /**
     * Counts a request that sends an e-mail whatever it says, as if it were a wrong login.
     *
     * @throws RetryLaterException if the requester has to wait
     */
    public void require(LoginRequester who) {
        try {
            count(who);
        } catch (RetryLaterException tooEarly) {
            throw new RetryLaterException(Duration.ofSeconds(tooEarly.seconds()), "Too many e-mails were asked for.");
        }
    }

    private void count(LoginRequester who) {
        try {
            transactions.count(who.keys());
        } catch (RetryLaterException tooEarly) {
            SecurityLog.loginThrottled(who.factor(), who.name());
            throw tooEarly;
        }
    }
}
