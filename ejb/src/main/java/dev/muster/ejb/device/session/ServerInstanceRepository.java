package dev.muster.ejb.device.session;

import dev.muster.domain.device.session.ServerInstance;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** The servers that are alive. */
@ApplicationScoped
class ServerInstanceRepository {

    @Inject
    private Store store;

    /** Notes that a server is alive. @return false if it was not known */
    boolean seen(UUID id, Instant now) {
        int known = store.entityManager()
                .createQuery("update ServerInstance i set i.seenAt = :now where i.id = :id")
                .setParameter("now", now)
                .setParameter("id", id)
                .executeUpdate();
        if (known == 0) {
            store.entityManager().persist(new ServerInstance(id, now));
        }
        return known > 0;
    }

    /** Locks the servers that were last seen before this time, except those that another server locks. */
    List<ServerInstance> lockDead(Instant before) {
        return store.entityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "select * from server_instance where seen_at < :before for update skip locked",
                        ServerInstance.class)
                .setParameter("before", before)
                .getResultList();
    }

    void remove(UUID id) {
        store.entityManager()
                .createQuery("delete from ServerInstance i where i.id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }
}
