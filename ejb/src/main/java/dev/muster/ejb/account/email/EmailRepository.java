package dev.muster.ejb.account.email;

import dev.muster.domain.account.PortalUser;
import dev.muster.domain.account.UserEmail;
import dev.muster.domain.shared.Role;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The e-mail addresses of users. */
@ApplicationScoped
public class EmailRepository {

    @Inject
    private Store store;

    public Optional<UserEmail> find(UUID userId) {
        return store.find(UserEmail.class, userId);
    }

    /** That of a user, who stays locked; a new one if the user has none. */
    UserEmail own(UUID userId) {
        store.lock(PortalUser.class, userId);
        return find(userId).orElseGet(() -> {
            UserEmail made = new UserEmail(userId);
            store.entityManager().persist(made);
            return made;
        });
    }

    Optional<UserEmail> bySecret(String secretHash) {
        return store.first(
                UserEmail.class, "select e from UserEmail e where e.secretHash = :hash", Map.of("hash", secretHash));
    }

    /** The managers of an organization who want its notices by mail, and can log in. */
    public List<UUID> wantNotices(UUID organizationId) {
        return store.entityManager()
                .createQuery(
                        "select m.user.id from Membership m, UserEmail e where e.userId = m.user.id"
                                + " and m.organizationId = :organization and m.role = :role"
                                + " and e.wantsNotices = true and e.address is not null"
                                + " and m.user.disabledAt is null and m.user.deletedAt is null",
                        UUID.class)
                .setParameter("organization", organizationId)
                .setParameter("role", Role.ORGANIZATION_MANAGER)
                .getResultList();
    }
}
