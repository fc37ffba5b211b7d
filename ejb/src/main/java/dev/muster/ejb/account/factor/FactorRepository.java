package dev.muster.ejb.account.factor;

import dev.muster.domain.account.factor.RecoveryCode;
import dev.muster.domain.account.factor.TotpFactor;
import dev.muster.domain.shared.Role;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Authenticator apps and recovery codes of users. */
@ApplicationScoped
public class FactorRepository {

    @Inject
    private Store store;

    /** The app of the user, also while the user sets it up. */
    public Optional<TotpFactor> app(UUID userId) {
        return store.first(
                TotpFactor.class, "select f from TotpFactor f where f.userId = :user", Map.of("user", userId));
    }

    /** The app of the user that counts as a second factor. */
    public Optional<TotpFactor> confirmedApp(UUID userId) {
        return app(userId).filter(TotpFactor::isConfirmed);
    }

    public void add(TotpFactor factor) {
        store.add(factor, "Another window sets up an authenticator app at the moment; go on there.");
    }

    public void removeApp(UUID userId) {
        store.entityManager()
                .createQuery("delete from TotpFactor f where f.userId = :user")
                .setParameter("user", userId)
                .executeUpdate();
    }

    /** Accepts a step once, and only after all steps before. Of two requests at the same time one gets true. */
    public boolean acceptStep(UUID factorId, long step) {
        return store.entityManager()
                        .createQuery(
                                "update TotpFactor f set f.lastStep = :step where f.id = :id and f.lastStep < :step")
                        .setParameter("step", step)
                        .setParameter("id", factorId)
                        .executeUpdate()
                == 1;
    }

    /** Uses up a recovery code. Of two requests at the same time one gets true. */
    public boolean useCode(UUID userId, String hash) {
        return store.entityManager()
                        .createQuery("delete from RecoveryCode c where c.userId = :user and c.codeHash = :hash")
                        .setParameter("user", userId)
                        .setParameter("hash", hash)
                        .executeUpdate()
                == 1;
    }

    /** How many recovery codes the user has left. */
    public long codeCount(UUID userId) {
        return store.entityManager()
                .createQuery("select count(c) from RecoveryCode c where c.userId = :user", Long.class)
                .setParameter("user", userId)
                .getSingleResult();
    }

    /** Whether one of the user's roles, or one of the tenants for which the user works, requires a second factor. */
    public boolean isRequired(UUID userId, Set<Role> roles) {
        return isRequired(userId, roles, "is not null");
    }

    /** The same for a user without a password, who logs in at a provider. */
    public boolean isRequiredOfProvider(UUID userId, Set<Role> roles) {
        return isRequired(userId, roles, "is null");
    }

    private boolean isRequired(UUID userId, Set<Role> roles, String password) {
        return !store.entityManager()
                .createQuery(
                        "select m.role from Membership m"
                                + " left join Organization o on o.id = m.organizationId"
                                + " left join Manufacturer f on f.id = m.manufacturerId"
                                + " where m.user.id = :user and m.user.passwordHash " + password
                                + " and (m.role in :roles or o.secondFactorRequired = true or f.secondFactorRequired = true)",
                        Role.class)
                .setParameter("user", userId)
                .setParameter("roles", roles)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    public void removeCodes(UUID userId) {
        store.entityManager()
                .createQuery("delete from RecoveryCode c where c.userId = :user")
                .setParameter("user", userId)
                .executeUpdate();
    }

    /** Replaces the recovery codes of the user. */
    public void replaceCodes(UUID userId, List<String> codes) {
        removeCodes(userId);
        codes.forEach(code -> store.entityManager().persist(new RecoveryCode(userId, code)));
    }
}
