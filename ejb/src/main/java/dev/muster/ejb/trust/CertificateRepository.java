package dev.muster.ejb.trust;

import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The manufacturers' certificates. */
@ApplicationScoped
public class CertificateRepository {

    @Inject
    private Store store;

    public void add(ManufacturerCertificate certificate) {
        store.entityManager().persist(certificate);
        store.entityManager().flush();
    }

    public Optional<ManufacturerCertificate> byAccessKey(String accessKey) {
        return store.first(
                ManufacturerCertificate.class,
                "select c from ManufacturerCertificate c join fetch c.manufacturer where c.accessKey = :key",
                Map.of("key", accessKey));
    }

    /** Newest first. */
    public Page<ManufacturerCertificate> list(UUID manufacturerId, PageRequest request) {
        return store.page(
                ManufacturerCertificate.class,
                "from ManufacturerCertificate e where e.manufacturer.id = :manufacturer",
                "e.createdAt desc, e.id",
                Map.of("manufacturer", manufacturerId),
                request);
    }

    /** @throws ProblemException {@code not-found} */
    public ManufacturerCertificate get(UUID manufacturerId, UUID id) {
        return store.find(ManufacturerCertificate.class, id)
                .filter(certificate -> certificate.manufacturer().id().equals(manufacturerId))
                .orElseThrow(ProblemException::notFound);
    }

    /** Reads it as it is now and keeps it so until the transaction ends: no revocation comes in between. */
    public void hold(ManufacturerCertificate certificate) {
        store.entityManager().refresh(certificate, LockModeType.PESSIMISTIC_READ);
    }

    /** Waits for the proofs under way, and keeps new ones waiting, until the transaction ends. */
    public void holdAlone(ManufacturerCertificate certificate) {
        store.entityManager().refresh(certificate, LockModeType.PESSIMISTIC_WRITE);
    }
}
