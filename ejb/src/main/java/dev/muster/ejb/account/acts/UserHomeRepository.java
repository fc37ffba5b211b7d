package dev.muster.ejb.account.acts;

import dev.muster.domain.account.Membership;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** In which tenant an act about a user is seen. */
@ApplicationScoped
class UserHomeRepository {

    @Inject
    private Store store;

    /** The oldest membership of a user. */
    Optional<Membership> home(UUID userId) {
        return store.first(
                Membership.class,
                "select m from Membership m where m.user.id = :user order by m.createdAt, m.id",
                Map.of("user", userId));
    }
}
