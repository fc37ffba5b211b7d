package dev.muster.ejb.account.factor;

import dev.muster.domain.account.factor.PendingLogin;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Logins that wait for a second factor. */
@ApplicationScoped
class PendingLoginRepository {

    @Inject
    private Store store;

    void add(PendingLogin login) {
        store.entityManager().persist(login);
    }

    Optional<PendingLogin> find(String secretHash) {
        return store.find(PendingLogin.class, secretHash);
    }

    /** Counts a try before it is checked. Many at the same time cannot be more than are allowed. */
    boolean count(String secretHash, Instant now) {
        return store.entityManager()
                        .createQuery("update PendingLogin p set p.tries = p.tries + 1"
                                + " where p.secretHash = :hash and p.tries < :most and p.endsAt > :now")
                        .setParameter("hash", secretHash)
                        .setParameter("most", PendingLogin.MAX_TRIES)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /** Ends a login; of two requests at the same time one gets true. */
    boolean end(String secretHash, Instant now) {
        return store.entityManager()
                        .createQuery("delete from PendingLogin p where p.secretHash = :hash and p.endsAt > :now")
                        .setParameter("hash", secretHash)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    void removeEnded(Instant now) {
        store.entityManager()
                .createQuery("delete from PendingLogin p where p.endsAt <= :now")
                .setParameter("now", now)
                .executeUpdate();
    }
}
