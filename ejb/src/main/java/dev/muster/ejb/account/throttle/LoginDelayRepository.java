package dev.muster.ejb.account.throttle;

import dev.muster.domain.account.throttle.DelayKey;
import dev.muster.domain.account.throttle.LoginDelay;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The counts of wrong logins. */
@ApplicationScoped
class LoginDelayRepository {

    /** Two servers may make the row at the same time; then one of them finds that of the other. */
    private static final String MAKE = """
            insert into login_delay (id, failures, counted_at, not_before, forget_at)
            values (:id, 0, :now, :now, :now) on conflict do nothing""";

    @Inject
    private Store store;

    /** Those that exist, without a lock. */
    List<LoginDelay> find(List<DelayKey> keys) {
        return keys.stream()
                .map(key -> store.find(LoginDelay.class, key.id()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The row of a key, locked; it is made if it does not exist. */
    LoginDelay lock(DelayKey key, Instant now) {
        Optional<LoginDelay> locked = Optional.empty();
        while (locked.isEmpty()) {
            // the row may be deleted between the two statements
            store.entityManager()
                    .createNativeQuery(MAKE)
                    .setParameter("id", key.id())
                    .setParameter("now", now)
                    .executeUpdate();
            locked = store.lockAlone(LoginDelay.class, key.id());
        }
        return locked.get();
    }

    void remove(LoginDelay delay) {
        store.entityManager().remove(delay);
    }

    /** Deletes the rows whose counts have faded. */
    int removeFaded(Instant now) {
        return store.entityManager()
                .createQuery("delete from LoginDelay d where d.forgetAt < :now")
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Deletes all but so many rows; those with the lowest counts go first. */
    int removeBeyond(int limit) {
        return store.entityManager()
                .createNativeQuery("""
                        delete from login_delay where id in (
                          select id from login_delay order by forget_at desc, id offset :limit rows)""")
                .setParameter("limit", limit)
                .executeUpdate();
    }
}
