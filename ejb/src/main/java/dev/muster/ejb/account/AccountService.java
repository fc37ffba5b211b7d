package dev.muster.ejb.account;

import dev.muster.domain.account.Membership;
import dev.muster.domain.account.PasswordPolicy;
import dev.muster.domain.account.PortalUser;
import dev.muster.domain.account.throttle.LoginRequester;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.RetryLaterException;
import dev.muster.domain.shared.event.EventKind;
import dev.muster.domain.transparency.Act;
import dev.muster.ejb.account.acts.UserActs;
import dev.muster.ejb.account.throttle.FailedLogins;
import dev.muster.ejb.account.throttle.FailedLogins.LoginTry;
import dev.muster.ejb.account.throttle.LoginDelays;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.Store;
import dev.muster.ejb.shared.event.Audited;
import dev.muster.ejb.shared.event.SecurityLog;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Users of the portal and their passwords. A method that hashes a password runs outside of any transaction, and reads
 * and writes in short transactions of their own.
 */
@Stateless
public class AccountService {

    @Inject
    private AccountTransactions transactions;

    @Inject
    private MembershipRepository memberships;

    @Inject
    private PasswordHashing hashing;

    @Inject
    private PasswordRules rules;

    @Inject
    private LoginDelays delays;

    @Inject
    private FailedLogins failures;

    @Inject
    private UserActs acts;

    @Inject
    private Store store;

    /** Like {@link #authenticate(String, String, String, String)}, for a program, which is no known browser. */
    @Access(Rule.EVERYONE)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<Caller> authenticate(String username, String password, String source) {
        return authenticate(username, password, source, null);
    }

    /**
     * Returns the user if name and password are right and the user is not disabled. The user may have a second factor,
     * too: only {@code LoginService} calls this, and asks for it. Takes the same time if the name
     * does not exist.
     *
     * @param source where the request comes from: each source gets a share of the checks that the server can do
     * @param browser the mark of a browser in which this user has logged in before; null if there is none
     * @throws RetryLaterException if there were too many wrong passwords
     * @throws ProblemException {@code rate-limited} if too many passwords are being checked
     */
    @Access(Rule.EVERYONE)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<Caller> authenticate(String username, String password, String source, @Nullable String browser) {
        if (password.length() > PasswordPolicy.MAX_LENGTH) {
            SecurityLog.loginFailed("password", username);
            return Optional.empty();
        }
        Optional<PortalUser> user = transactions.byUsername(username);
        return failures.recording(
                LoginTry.from(source, username, user.map(PortalUser::id)),
                () -> delays.guard(
                        LoginRequester.unknown(username, source, browser),
                        () -> hashing.matches(
                                        HashRequester.unknown(source, username),
                                        password,
                                        user.flatMap(PortalUser::passwordHash))
                                ? user.flatMap(transactions::home).map(Membership::asCaller)
                                : Optional.<Caller>empty()));
    }

    /**
     * Accepts the caller's current password, before something that a stranger at an open browser must not do.
     *
     * @param password null counts as wrong
     * @throws ProblemException {@code validation-failed} if it is wrong
     * @throws RetryLaterException if it was wrong too often
     * @throws ProblemException {@code rate-limited} if too many passwords are being checked
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void requirePassword(Caller caller, @Nullable String password) {
        if (password == null || password.length() > PasswordPolicy.MAX_LENGTH) {
            throw wrong();
        }
        Optional<String> hash = transactions.get(caller.userId()).passwordHash();
        delays.guard(
                        LoginRequester.known(caller),
                        () -> hashing.matches(HashRequester.known(caller), password, hash)
                                ? hash
                                : Optional.<String>empty())
                .orElseThrow(AccountService::wrong);
    }

    /** Whether not even an API token can be made before the password is changed. */
    public boolean mustChangePassword(Caller caller) {
        return store.get(PortalUser.class, caller.userId()).mustChangePassword();
    }

    /** The caller's own account. */
    public UserEntry self(Caller caller) {
        PortalUser user = store.get(PortalUser.class, caller.userId());
        return new UserEntry(user, memberships.ofUser(user.id()));
    }

    /**
     * Changes the caller's own password.
     *
     * @param present the password until now; null counts as wrong
     * @param kept the session and the tokens that do not end
     * @throws ProblemException {@code validation-failed} if the current password is wrong or the new one is not
     *     acceptable
     * @throws RetryLaterException if the current password was wrong too often
     * @throws ProblemException {@code rate-limited} if too many passwords are being checked
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    @Audited(EventKind.PASSWORD_CHANGED)
    public void changePassword(Caller caller, @Nullable String present, @Nullable String chosen, KeptAccess kept) {
        if (present == null) {
            throw wrong();
        }
        PortalUser user = transactions.get(caller.userId());
        rules.check(chosen, user.username(), transactions.tenantsOf(user));
        String accepted = Objects.requireNonNull(chosen);
        String hash = user.passwordHash().orElseThrow(AccountService::wrong);
        String replacing = delays.guard(
                        LoginRequester.known(caller),
                        () -> hashing.replace(HashRequester.known(caller), present, hash, accepted))
                .orElseThrow(AccountService::wrong);
        if (accepted.equals(present)) {
            throw ProblemException.invalid("The new password is the same as the present one; choose another.");
        }
        if (!transactions.replaceHash(user.id(), hash, replacing, kept)) {
            throw wrong();
        }
    }

    /**
     * Changes the caller's own name for people.
     *
     * @param name null or blank for none
     * @throws ProblemException {@code validation-failed}, or {@code conflict} if single sign-on gives the name
     */
    @Audited(EventKind.USER_CHANGED)
    public void rename(Caller caller, @Nullable String name) {
        PortalUser user = store.lock(PortalUser.class, caller.userId());
        if (user.isOfProvider()) {
            throw LastAdministrator.conflict("Your name comes from single sign-on. Change it there.");
        }
        user.showAs(NewUser.shown(name));
        acts.recordOwn(Act.USER_CHANGED, caller.userId());
    }

    private static ProblemException wrong() {
        return ProblemException.invalid("The current password is wrong; type it again.");
    }
}
