package dev.muster.ejb.account;

import dev.muster.domain.account.PasswordPolicy;
import dev.muster.domain.account.PortalUser;
import dev.muster.domain.account.throttle.LoginRequester;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.RetryLaterException;
import dev.muster.domain.shared.Role;
import dev.muster.domain.shared.TenantName;
import dev.muster.ejb.account.throttle.LoginDelays;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Store;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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
    private AccountRepository accounts;

    @Inject
    private PasswordHashing hashing;

    @Inject
    private PasswordRules rules;

    @Inject
    private LoginDelays delays;

    @Inject
    private Store store;

    @Inject
    private Clock clock;

    /** Like {@link #authenticate(String, String, String, String)}, for a program, which is no known browser. */
    @Access(Rule.EVERYONE)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<Caller> authenticate(String username, String password, String source) {
        return authenticate(username, password, source, null);
    }

    /**
     * Returns the user if name and password are right. Takes the same time if the name does not exist.
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
            return Optional.empty();
        }
        Optional<PortalUser> user = transactions.byUsername(username);
        return delays.guard(
                LoginRequester.unknown(username, source, browser),
                () -> hashing.matches(
                                HashRequester.unknown(source, username), password, user.map(PortalUser::passwordHash))
                        ? user.map(PortalUser::asCaller)
                        : Optional.<Caller>empty());
    }

    /** Whether the user must choose a new password before anything else. */
    public boolean mustChangePassword(Caller caller) {
        return self(caller).mustChangePassword();
    }

    /** The caller's own account. */
    public PortalUser self(Caller caller) {
        return store.get(PortalUser.class, caller.userId());
    }

    /**
     * Changes the caller's own password.
     *
     * @param present the password until now; null counts as wrong
     * @throws ProblemException {@code validation-failed} if the current password is wrong or the new one is not
     *     acceptable
     * @throws RetryLaterException if the current password was wrong too often
     * @throws ProblemException {@code rate-limited} if too many passwords are being checked
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void changePassword(Caller caller, @Nullable String present, @Nullable String chosen) {
        if (present == null) {
            throw wrong();
        }
        PortalUser user = transactions.get(caller.userId());
        rules.check(chosen, user.username(), user.organizationId(), user.manufacturerId());
        String accepted = Objects.requireNonNull(chosen);
        String hash = delays.guard(
                        LoginRequester.known(caller),
                        () -> hashing.replace(HashRequester.known(caller), present, user.passwordHash(), accepted))
                .orElseThrow(AccountService::wrong);
        if (accepted.equals(present)) {
            throw ProblemException.invalid("The new password is the same as the present one; choose another.");
        }
        if (!transactions.replaceHash(user.id(), user.passwordHash(), hash)) {
            throw wrong();
        }
    }

    private static ProblemException wrong() {
        return ProblemException.invalid("The current password is wrong; type it again.");
    }

    /**
     * Makes a user.
     *
     * @throws ProblemException {@code validation-failed}, or {@code conflict} if the name is taken
     * @throws ProblemException {@code rate-limited} if too many passwords are being checked
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public PortalUser create(Caller caller, NewUser wanted) {
        caller.requireAdministrator();
        TenantName username = new TenantName(Objects.requireNonNullElse(wanted.username(), ""));
        if (username.entered().contains(":")) {
            throw ProblemException.invalid(
                    "A user name must not contain a colon: in HTTP Basic a colon ends the name.");
        }
        rules.check(wanted.password(), username.entered(), wanted.organizationId(), wanted.manufacturerId());
        Role role = wanted.role();
        if (role == null) {
            throw ProblemException.invalid("The role is missing; choose one.");
        }
        UUID tenant = tenantOf(role, wanted);
        String hash = hashing.hash(HashRequester.known(caller), Objects.requireNonNull(wanted.password()));
        PortalUser user = new PortalUser(username, hash, role, tenant, clock.instant());
        transactions.add(user);
        return user;
    }

    /** @param search a part of the name; null or blank finds all */
    public Page<PortalUser> list(Caller caller, @Nullable String search, PageRequest request) {
        caller.requireAdministrator();
        return accounts.all(new SearchText(search), request);
    }

    private @Nullable UUID tenantOf(Role role, NewUser wanted) {
        return switch (role.scope()) {
            case PLATFORM -> noTenant(wanted);
            case ORGANIZATION ->
                existing(wanted.organizationId(), transactions.isOrganization(wanted.organizationId()), "organization");
            case MANUFACTURER ->
                existing(wanted.manufacturerId(), transactions.isManufacturer(wanted.manufacturerId()), "manufacturer");
        };
    }

    private static @Nullable UUID noTenant(NewUser wanted) {
        if (wanted.organizationId() != null || wanted.manufacturerId() != null) {
            throw ProblemException.invalid(
                    "A role of the platform belongs to no tenant; leave out organizationId and manufacturerId.");
        }
        return null;
    }

    private static UUID existing(@Nullable UUID id, boolean exists, String what) {
        if (id == null || !exists) {
            throw ProblemException.invalid(
                    "This role needs the id of an existing " + what + "; choose one from the list.");
        }
        return id;
    }
}
