package dev.muster.ejb.trust;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.trust.path.Issuer;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The platform's issuers. */
@ApplicationScoped
public class IssuerRepository {

    @Inject
    private Store store;

    /** @throws ProblemException {@code not-found} */
    Issuer get(UUID id) {
        return store.get(Issuer.class, id);
    }

    /** @param owner {@link Issuer#DEVICE_ROOT} or {@link Issuer#SERVER_ROOT} */
    Issuer root(String owner) {
        return store.first(Issuer.class, "select i from Issuer i where i.owner = :owner", Map.of("owner", owner))
                .orElseThrow(() -> new IllegalStateException("The bootstrap step has not made the root " + owner));
    }

    /**
     * The roots that are trusted now, the one that signs first.
     *
     * @param owner {@link Issuer#DEVICE_ROOT} or {@link Issuer#SERVER_ROOT}
     */
    List<Issuer> trustedRoots(String owner) {
        return store.entityManager()
                .createQuery(
                        "select i from Issuer i where i.organizationId is null and i.retiredAt is null order by i.owner",
                        Issuer.class)
                .getResultStream()
                .filter(issuer -> Issuer.isRoot(issuer.owner(), owner))
                .toList();
    }

    /** An organization's authorities, the current one first. */
    List<Issuer> ofOrganization(UUID organizationId) {
        return store.entityManager()
                .createQuery(
                        "select i from Issuer i where i.organizationId = :organization order by i.createdAt desc, i.id",
                        Issuer.class)
                .setParameter("organization", organizationId)
                .getResultList();
    }

    /**
     * Stores an organization's authority, unless another transaction has stored the same generation; if that
     * transaction is still running, this one waits for it. Afterwards the caller reads which of the two was stored. The
     * other has issued nothing.
     */
    void addOnce(UUID id, UUID organizationId, String owner, byte[] certificate, byte[] encryptedKey, Instant now) {
        store.entityManager()
                .createNativeQuery("""
                        insert into issuer (id, owner, organization_id, certificate, encrypted_key, created_at)
                        values (:id, :owner, :organization, :certificate, :key, :now) on conflict do nothing""")
                .setParameter("id", id)
                .setParameter("owner", owner)
                .setParameter("organization", organizationId)
                .setParameter("certificate", certificate)
                .setParameter("key", encryptedKey)
                .setParameter("now", now)
                .executeUpdate();
    }
}
