package dev.muster.ejb.account.login;

import dev.muster.domain.account.factor.TotpSeed;
import dev.muster.domain.account.throttle.LoginRequester;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.EnteredText;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.RetryLaterException;
import dev.muster.domain.shared.Secrets;
import dev.muster.domain.shared.event.EventKind;
import dev.muster.ejb.account.AccountService;
import dev.muster.ejb.account.factor.FactorCodes;
import dev.muster.ejb.account.factor.FactorState;
import dev.muster.ejb.account.factor.FactorTransactions;
import dev.muster.ejb.account.throttle.LoginDelays;
import dev.muster.ejb.shared.event.Audited;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What users do with their own second factors, and what administrators do if a user has lost one. A method that checks a
 * password runs outside of any transaction.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FactorService {

    private static final Logger LOG = System.getLogger(FactorService.class.getName());

    private static final int MAX_REASON = 200;

    @Inject
    private AccountService accounts;

    @Inject
    private FactorTransactions transactions;

    @Inject
    private FactorCodes codes;

    @Inject
    private LoginDelays delays;

    /** The caller's own factors. */
    public FactorState state(Caller caller) {
        return transactions.state(caller.userId());
    }

    /** The factors of a user, for administrators. */
    public FactorState stateOf(Caller caller, UUID userId) {
        caller.requireAdministrator();
        return transactions.state(userId);
    }

    /**
     * Begins to set up an authenticator app. It counts only after {@link #confirm}.
     *
     * @param password the current password
     * @throws ProblemException {@code validation-failed} if the password is wrong; {@code conflict} if the caller has an
     *     app
     * @throws RetryLaterException if the password was wrong too often
     */
    public TotpSeed begin(Caller caller, @Nullable String password) {
        accounts.requirePassword(caller, password);
        return transactions.begin(caller.userId());
    }

    /**
     * Confirms the app by a code that it shows. The caller's other sessions end.
     *
     * @param session the secret of the session that stays
     * @return ten recovery codes, which nobody can read again
     * @throws ProblemException {@code validation-failed} if the code is wrong
     */
    @Audited(EventKind.FACTOR_ADDED)
    public List<String> confirm(Caller caller, @Nullable String code, String session) {
        return transactions.confirm(caller.userId(), code == null ? "" : code, Secrets.sha256Base64Url(session));
    }

    /**
     * Replaces the recovery codes.
     *
     * @param password the current password
     * @param code of the app, or a recovery code
     * @throws ProblemException {@code validation-failed} if one of them is wrong
     */
    @Audited(EventKind.FACTOR_ADDED)
    public List<String> renewCodes(Caller caller, @Nullable String password, @Nullable String code) {
        requireBoth(caller, password, code);
        return transactions.renewCodes(caller.userId());
    }

    /** Removes the app. The parameters and refusals are those of {@link #renewCodes}. */
    @Audited(EventKind.FACTOR_REMOVED)
    public void removeApp(Caller caller, @Nullable String password, @Nullable String code, String session) {
        requireBoth(caller, password, code);
        transactions.removeApp(caller.userId(), Secrets.sha256Base64Url(session));
    }

    private void requireBoth(Caller caller, @Nullable String password, @Nullable String code) {
        accounts.requirePassword(caller, password);
        String typed = code == null ? "" : code;
        delays.guard(
                        LoginRequester.halfWay(caller.userId(), caller.username(), null),
                        () -> codes.accept(caller.userId(), typed) ? Optional.of(typed) : Optional.<String>empty())
                .orElseThrow(
                        () -> ProblemException.invalid(
                                "The code is wrong or has been used. Type the code that the app shows next, or a recovery code."));
    }

    /**
     * Removes all second factors of a user who has lost them, with the recovery codes. The user's sessions end.
     *
     * @param reason why, and how the administrator knows who asks; it is in the log
     * @throws ProblemException {@code conflict} if the user is the caller; {@code validation-failed} without a reason
     */
    @Audited(EventKind.FACTOR_REMOVED)
    public void removeAll(Caller caller, UUID userId, @Nullable String reason) {
        caller.requireAdministrator();
        if (caller.userId().equals(userId)) {
            throw new ProblemException(
                    ProblemCode.CONFLICT, "This is your own account. Ask another administrator to do this.");
        }
        String words = EnteredText.trimmed(reason);
        if (words.isEmpty() || words.length() > MAX_REASON || words.codePoints().anyMatch(Character::isISOControl)) {
            throw ProblemException.invalid("A reason is needed, in one line of at most " + MAX_REASON + " characters.");
        }
        transactions.removeAll(userId, caller.userId());
        LOG.log(
                Level.INFO,
                "The second factors of user {0} were removed by user {1}: {2}",
                userId,
                caller.userId(),
                words);
    }

    /**
     * Asks the caller to prove again who it is, before the caller's factors change.
     *
     * @param password the current password
     * @param code of the app, or a recovery code, if the caller has an app
     * @throws ProblemException {@code validation-failed} if one of them is wrong
     */
    public void requireProof(Caller caller, @Nullable String password, @Nullable String code) {
        if (state(caller).hasApp()) {
            requireBoth(caller, password, code);
        } else {
            accounts.requirePassword(caller, password);
        }
    }
}
