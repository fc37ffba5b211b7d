package dev.muster.ejb.trust;

import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.Secrets;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.domain.trust.RevokedCertificate;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The manufacturers' certificates. */
@ApplicationScoped
public class CertificateRepository {

    @Inject
    private Store store;

    public void add(ManufacturerCertificate certificate) {
        store.entityManager().persist(certificate);
        store.entityManager().flush();
    }

    /** @param accessKey as sent; what is no access key at all never reaches the database */
    public Optional<ManufacturerCertificate> byAccessKey(String accessKey) {
        if (!Secrets.isAccessKey(accessKey)) {
            return Optional.empty();
        }
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

    /** How many are neither revoked nor out of their time, by manufacturer. */
    public Map<UUID, Long> inForce(Collection<UUID> manufacturerIds, Instant now) {
        return store.entityManager()
                .createQuery("""
                        select c.manufacturer.id, count(c) from ManufacturerCertificate c
                        where c.manufacturer.id in :manufacturers and c.notAfter >= :now
                          and (c.revokedAt is null or c.revokedAt > :now)
                        group by c.manufacturer.id""", Object[].class)
                .setParameter("manufacturers", manufacturerIds)
                .setParameter("now", now)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
    }

    /** Some certificates, whoever's they are, by their ids; what is not there is left out. */
    public Map<UUID, ManufacturerCertificate> byId(Set<UUID> ids) {
        return store.entityManager()
                .createQuery(
                        "select c from ManufacturerCertificate c join fetch c.manufacturer where c.id in :ids",
                        ManufacturerCertificate.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(ManufacturerCertificate::id, Function.identity()));
    }

    /** Every revoked certificate, for the root's revocation list. */
    public List<RevokedCertificate> revoked() {
        return store.entityManager()
                .createQuery("""
                        select c.serialNumber, c.revokedAt from ManufacturerCertificate c
                        where c.revokedAt is not null order by c.revokedAt""", Object[].class)
                .getResultStream()
                .map(row -> new RevokedCertificate(new BigInteger((String) row[0], 16), (Instant) row[1]))
                .toList();
    }

    /** Reads it as it is now and keeps it so until the transaction ends: no revocation comes in between. */
    public void hold(ManufacturerCertificate certificate) {
        store.entityManager().refresh(certificate, LockModeType.PESSIMISTIC_READ);
    }

    /**
     * As {@link #hold}, with the manufacturer as it is now. Where the certificate has a limit of devices, proofs by it come
     * one after the other: what one adds, the next one sees.
     */
    public void holdForProof(ManufacturerCertificate certificate) {
        if (certificate.maxDevices() == null) {
            hold(certificate);
        }
        if (certificate.maxDevices() != null) { // also where the limit is as new as that
            holdAlone(certificate);
        }
        store.entityManager().refresh(certificate.manufacturer());
    }

    /** Waits for the proofs under way, and keeps new ones waiting, until the transaction ends. */
    public void holdAlone(ManufacturerCertificate certificate) {
        store.entityManager().refresh(certificate, LockModeType.PESSIMISTIC_WRITE);
    }
}
