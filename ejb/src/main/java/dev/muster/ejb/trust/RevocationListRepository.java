package dev.muster.ejb.trust;

import dev.muster.domain.trust.PublishedRevocationList;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The last revocation list of each issuer. */
@ApplicationScoped
public class RevocationListRepository {

    @Inject
    private Store store;

    Optional<PublishedRevocationList> find(UUID issuerId) {
        return store.find(PublishedRevocationList.class, issuerId);
    }

    /** Locks the last list until the transaction ends, and reads it again; an empty list if there was none. */
    PublishedRevocationList lock(UUID issuerId) {
        // inserts an empty row to lock, unless there is a list already
        store.entityManager()
                .createNativeQuery("""
                        insert into revocation_list (issuer_id, list_number, revoked_count, this_update, der)
                        values (:issuer, 0, 0, :never, :nothing) on conflict do nothing""")
                .setParameter("issuer", issuerId)
                .setParameter("never", Instant.EPOCH)
                .setParameter("nothing", new byte[0])
                .executeUpdate();
        PublishedRevocationList list = store.get(PublishedRevocationList.class, issuerId);
        store.entityManager().refresh(list, LockModeType.PESSIMISTIC_WRITE);
        return list;
    }
}
