package dev.muster.ejb.account.login;

import dev.muster.domain.account.Membership;
import dev.muster.domain.account.PortalUser;
import dev.muster.domain.account.throttle.LoginRequester;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.RetryLaterException;
import dev.muster.ejb.account.AccountService;
import dev.muster.ejb.account.AccountTransactions;
import dev.muster.ejb.account.factor.FactorCodes;
import dev.muster.ejb.account.factor.PendingLogins;
import dev.muster.ejb.account.factor.PendingUser;
import dev.muster.ejb.account.session.SessionService;
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
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a login: the password, then a second factor if the user has one (docs/adr/027-second-factors.md). Runs
 * outside of any transaction, because the checks are slow. A second factor is asked for only after a right password.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LoginService {

    @Inject
    private FailedLogins failures;

    @Inject
    private AccountService accounts;

    @Inject
    private AccountTransactions transactions;

    @Inject
    private SessionService sessions;

    @Inject
    private PendingLogins pending;

    @Inject
    private FactorCodes codes;

    @Inject
    private LoginDelays delays;

    /**
     * The first step in a browser. The parameters and refusals are those of {@link AccountService#authenticate(String,
     * String, String, String)}.
     *
     * @return empty if name or password is wrong
     */
    @Access(Rule.EVERYONE)
    public Optional<LoginStep> begin(String username, String password, String source, @Nullable String browser) {
        return accounts.authenticate(username, password, source, browser).map(this::afterFirstProof);
    }

    private LoginStep afterFirstProof(Caller user) {
        return pending.begin(user.userId())
                .<LoginStep>map(LoginStep.Waiting::new)
                .orElseGet(() -> new LoginStep.Finished(user));
    }

    /** The user of a login that waits; empty if it has ended. */
    @Access(Rule.EVERYONE)
    public Optional<PendingUser> waiting(String secret) {
        return pending.find(secret);
    }

    /**
     * The second step in a browser, by a code.
     *
     * @param secret of {@link LoginStep.Waiting}
     * @param code of an authenticator app, or a recovery code
     * @param browser as in the first step
     * @return empty if the code is wrong; {@link #waiting} tells whether another one can be tried
     * @throws RetryLaterException if there were too many wrong codes
     */
    @Access(Rule.EVERYONE)
    public Optional<Caller> finish(String secret, String code, @Nullable String browser) {
        return pending.find(secret)
                .flatMap(user -> guarded(
                        user.userId(),
                        user.username(),
                        browser,
                        () -> pending.count(secret) && codes.accept(user.userId(), code) && pending.end(secret)
                                ? home(user.userId())
                                : Optional.<Caller>empty()));
    }

    /**
     * Both steps at once, for a program that sends a name, a password and, if the user has a second factor, a code.
     *
     * @param code null if there is none
     * @return empty if name or password is wrong
     * @throws ProblemException {@code second-factor-required} if the password is right and the code is missing or wrong
     * @throws RetryLaterException if there were too many wrong passwords or codes
     */
    @Access(Rule.EVERYONE)
    public Optional<Caller> authenticate(String username, String password, @Nullable String code, String source) {
        Optional<Caller> user = accounts.authenticate(username, password, source);
        user.filter(found -> pending.isNeeded(found.userId())).ifPresent(found -> requireCode(found, code));
        return user;
    }

    /**
     * Refuses a user who must add a second factor first: such a user gets no API token.
     *
     * @throws ProblemException {@code second-factor-required}
     */
    public void requireFactor(Caller caller) {
        if (pending.isMissing(caller.userId())) {
            throw new ProblemException(
                    ProblemCode.SECOND_FACTOR_REQUIRED,
                    "Your role, or a tenant for which you work, requires a second factor. Log in to the portal and add"
                            + " one.");
        }
    }

    /** @throws ProblemException {@code second-factor-required} */
    private void requireCode(Caller user, @Nullable String code) {
        if (code == null || code.isBlank()) {
            throw new ProblemException(
                    ProblemCode.SECOND_FACTOR_REQUIRED,
                    "Your account has a second factor. Send a code of your authenticator app, or a recovery code, in the"
                            + " header X-Muster-Code.");
        }
        guarded(
                        user.userId(),
                        user.username(),
                        null,
                        () -> codes.accept(user.userId(), code) ? Optional.of(user) : Optional.<Caller>empty())
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.SECOND_FACTOR_REQUIRED,
                        "The code in the header X-Muster-Code is wrong or has been used. Send the next one."));
    }

    /**
     * Asks the user of a session for the password once more, before an act that decides about the account.
     *
     * @param secret of the caller's session
     * @throws ProblemException {@code validation-failed} if the password is wrong
     * @throws RetryLaterException if it was wrong too often
     */
    public void authenticateAgain(Caller caller, String secret, @Nullable String password) {
        accounts.requirePassword(caller, password);
        sessions.authenticateAgain(caller, secret);
    }

    private <T> Optional<T> guarded(
            UUID userId, String username, @Nullable String browser, Supplier<Optional<T>> check) {
        return failures.recording(
                LoginTry.halfWay(userId), () -> delays.guard(LoginRequester.halfWay(userId, username, browser), check));
    }

    private Optional<Caller> home(UUID userId) {
        PortalUser user = transactions.get(userId);
        return transactions.home(user).map(Membership::asCaller);
    }
}
