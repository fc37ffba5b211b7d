package dev.muster.ejb.transparency;

import dev.muster.domain.transparency.VerifierKey;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** The keys of the log. The launcher makes and rotates them. */
@ApplicationScoped
class LogKeyRepository {

    @Inject
    private Store store;

    /** The public keys, the newest first. */
    List<VerifierKey> published() {
        List<?> rows = store.entityManager()
                .createNativeQuery("select name, public_key from log_key order by created_at desc, id", Object[].class)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new VerifierKey((String) row[0], (byte[]) row[1]))
                .toList();
    }

    /** All keys as they are stored, the newest first. */
    List<SealedLogKey> all() {
        List<?> rows = store.entityManager()
                .createNativeQuery(
                        "select cast(id as varchar(36)), name, public_key, encrypted_key from log_key order by created_at desc, id",
                        Object[].class)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new SealedLogKey(
                        UUID.fromString((String) row[0]), (String) row[1], (byte[]) row[2], (byte[]) row[3]))
                .toList();
    }

    /**
     * A key as it is stored.
     *
     * @param publicKey 32 bytes
     * @param encryptedKey PKCS#8, encrypted under the master key
     */
    record SealedLogKey(UUID id, String name, byte[] publicKey, byte[] encryptedKey) {}
}
