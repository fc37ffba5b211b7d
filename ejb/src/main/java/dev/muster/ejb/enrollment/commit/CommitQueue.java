package dev.muster.ejb.enrollment.commit;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.ejb.shared.Engine;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Lets commits that may want the same identifiers or names come one after the other on H2. PostgreSQL needs none of it:
 * there, who comes second waits at the very row for the first one's end. H2 refuses at once because of a row that is not
 * committed and perhaps never will be: two commits refuse each other, and neither sees which row it was.
 */
@ApplicationScoped
public class CommitQueue {

    @Inject
    private Store store;

    /** Returns when no other commit of this organization or manufacturer is under way; until the transaction ends. */
    public void enter(DeviceImport batch) {
        Engine engine = store.entityManager().unwrap(Session.class).doReturningWork(Engine::of);
        if (engine == Engine.H2) {
            lock("organization", batch.organization().id());
            lock("manufacturer", batch.manufacturer().id());
        }
    }

    private void lock(String table, UUID id) {
        store.entityManager()
                .createNativeQuery("select 1 from " + table + " where id = :id for update")
                .setParameter("id", id)
                .getResultList();
    }
}
