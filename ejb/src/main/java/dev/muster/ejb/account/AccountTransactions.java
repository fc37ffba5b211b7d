package dev.muster.ejb.account;

import dev.muster.domain.account.PortalUser;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.organization.Organization;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.Store;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the use cases of accounts do with the database before and after a password is hashed. Each method is a
 * transaction of its own, so that no connection is held while a hash is computed or waits for its turn. The service
 * that calls it has checked the caller.
 */
@Access(Rule.WITHIN)
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AccountTransactions {

    @Inject
    private AccountRepository accounts;

    @Inject
    private Store store;

    /** The user as it is now. The result does not show later changes. */
    public Optional<PortalUser> byUsername(String username) {
        return accounts.byUsername(username);
    }

    /**
     * The user as it is now.
     *
     * @throws ProblemException {@code not-found}
     */
    public PortalUser get(UUID userId) {
        return store.get(PortalUser.class, userId);
    }

    /**
     * Replaces a user's hash.
     *
     * @return false if somebody has changed the password meanwhile, so that {@code present} is not the hash any more
     */
    public boolean replaceHash(UUID userId, String present, String chosen) {
        PortalUser user = store.lock(PortalUser.class, userId);
        boolean isPresent = user.passwordHash().equals(present);
        if (isPresent) {
            user.changePassword(chosen);
        }
        return isPresent;
    }

    /** @throws ProblemException {@code conflict} if the name is taken */
    public void add(PortalUser user) {
        accounts.add(user);
    }

    /** @param id {@code null} if the administrator entered none */
    public boolean isOrganization(@Nullable UUID id) {
        return id != null && store.find(Organization.class, id).isPresent();
    }

    /** @param id {@code null} if the administrator entered none */
    public boolean isManufacturer(@Nullable UUID id) {
        return id != null && store.find(Manufacturer.class, id).isPresent();
    }
}
