package dev.muster.ejb.account;

import dev.muster.domain.account.PasswordPolicy;
import dev.muster.domain.account.PortalUser;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.organization.Organization;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.TenantName;
import dev.muster.ejb.shared.Store;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Users of the portal: who they are, and their passwords. */
@Stateless
public class AccountService {

    @Inject
    private AccountRepository accounts;

    @Inject
    private PasswordHashing hashing;

    @Inject
    private Store store;

    @Inject
    private Clock clock;

    /** Who this is, if name and password are right. The same work is done for a name that does not exist. */
    public Optional<Caller> authenticate(String username, String password) {
        Optional<PortalUser> user = accounts.byUsername(username);
        boolean right = password.length() <= PasswordPolicy.MAX_LENGTH
                && user.map(u -> hashing.matches(password, u.passwordHash()))
                        .orElseGet(() -> hashing.matchesNobody(password));
        return right ? user.map(PortalUser::asCaller) : Optional.empty();
    }

    /** Whether the user has to choose a new password before anything else. */
    public boolean mustChangePassword(Caller caller) {
        return store.get(PortalUser.class, caller.userId()).mustChangePassword();
    }

    /** The caller's own account. */
    public PortalUser self(Caller caller) {
        return store.get(PortalUser.class, caller.userId());
    }

    /**
     * Changes the caller's own password.
     *
     * @throws ProblemException {@code validation-failed} where the present one is wrong or the new one unfit
     */
    public void changePassword(Caller caller, String present, String chosen) {
        PortalUser user = store.get(PortalUser.class, caller.userId());
        if (!hashing.matches(present, user.passwordHash())) {
            throw ProblemException.invalid("The present password is not right; type it again.");
        }
        PasswordPolicy.check(chosen, user.username());
        if (chosen.equals(present)) {
            throw ProblemException.invalid("The new password is the present one; choose another.");
        }
        user.changePassword(hashing.hash(chosen));
    }

    /**
     * Makes a user.
     *
     * @throws ProblemException {@code validation-failed}, or {@code conflict} where the name is taken
     */
    public PortalUser create(Caller caller, NewUser wanted) {
        caller.requireAdministrator();
        TenantName username = new TenantName(wanted.username());
        if (username.entered().contains(":")) {
            throw ProblemException.invalid("A user name has no colon: HTTP Basic takes it for the end of the name.");
        }
        PasswordPolicy.check(wanted.password(), username.entered());
        UUID tenant = tenantOf(wanted);
        PortalUser user =
                new PortalUser(username, hashing.hash(wanted.password()), wanted.role(), tenant, clock.instant());
        accounts.add(user);
        return user;
    }

    public Page<PortalUser> list(Caller caller, PageRequest request) {
        caller.requireAdministrator();
        return accounts.all(request);
    }

    private UUID tenantOf(NewUser wanted) {
        if (wanted.role() == null) {
            throw ProblemException.invalid("A role is needed.");
        }
        return switch (wanted.role()) {
            case ADMINISTRATOR -> noTenant(wanted);
            case ORGANIZATION_MANAGER -> existing(Organization.class, wanted.organizationId(), "organization");
            case MANUFACTURER_MANAGER -> existing(Manufacturer.class, wanted.manufacturerId(), "manufacturer");
        };
    }

    private static UUID noTenant(NewUser wanted) {
        if (wanted.organizationId() != null || wanted.manufacturerId() != null) {
            throw ProblemException.invalid("An administrator belongs to no organization and no manufacturer.");
        }
        return null;
    }

    private UUID existing(Class<?> tenant, UUID id, String what) {
        if (id == null || store.find(tenant, id).isEmpty()) {
            throw ProblemException.invalid(
                    "This role needs the id of an existing " + what + "; choose one from the list.");
        }
        return id;
    }
}
