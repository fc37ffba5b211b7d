package dev.muster.ejb.trust;

import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.Secrets;
import dev.muster.domain.trust.CertificateStatus;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.domain.trust.RemainingValidity;
import dev.muster.domain.trust.issue.RevocationReason;
import dev.muster.domain.trust.issue.RevokedCertificate;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
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

    private static final String OF_MANUFACTURER =
            "from ManufacturerCertificate e where e.manufacturer.id = :manufacturer";

    private static final String NOT_REVOKED = "(e.revokedAt is null or e.revokedAt > :now)";

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
    public Page<ManufacturerCertificate> list(
            UUID manufacturerId, CertificateFilter filter, Instant now, PageRequest request) {
        Map<String, Object> parameters = new HashMap<>(Map.of("manufacturer", manufacturerId));
        if (!filter.statuses().isEmpty()) {
            parameters.put("now", now);
        }
        return store.page(
                ManufacturerCertificate.class,
                OF_MANUFACTURER + in(filter.statuses()) + filter.search().in("e.name", "e.accessKey"),
                "e.createdAt desc, e.id",
                filter.search().with(parameters),
                request);
    }

    private static String in(Set<CertificateStatus> statuses) {
        return statuses.isEmpty()
                ? ""
                : statuses.stream()
                        .sorted()
                        .map(status -> "(" + is(status) + ")")
                        .collect(Collectors.joining(" or ", " and (", ")"));
    }

    /** Says the same as {@link ManufacturerCertificate#status}. */
    private static String is(CertificateStatus status) {
        return switch (status) {
            case ACTIVE -> NOT_REVOKED + " and e.notAfter >= :now";
            case EXPIRED -> NOT_REVOKED + " and e.notAfter < :now";
            case REVOKED -> "e.revokedAt <= :now";
        };
    }

    /** Those that are active and end soon, the next to end first. */
    public Page<ManufacturerCertificate> expiring(UUID manufacturerId, Instant now, PageRequest request) {
        return store.page(
                ManufacturerCertificate.class,
                OF_MANUFACTURER + " and " + is(CertificateStatus.ACTIVE) + " and e.notAfter <= :soon",
                "e.notAfter, e.id",
                Map.of("manufacturer", manufacturerId, "now", now, "soon", now.plus(RemainingValidity.SHORT)),
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

    /** How many certificates are revoked. */
    public long countRevoked(Instant now) {
        return store.entityManager()
                .createQuery("select count(c) from ManufacturerCertificate c where c.revokedAt <= :now", Long.class)
                .setParameter("now", now)
                .getSingleResult();
    }

    /**
     * What is revoked, in the order in which it was.
     *
     * @param expiredAfter what had expired by then is left out
     */
    public List<RevokedCertificate> revoked(Instant expiredAfter, Instant now) {
        return store.entityManager()
                .createQuery("""
                        select c.serialNumber, c.revokedAt, c.revocationReason from ManufacturerCertificate c
                        where c.revokedAt <= :now and c.notAfter > :expiredAfter
                        order by c.revokedAt, c.id""", Object[].class)
                .setParameter("now", now)
                .setParameter("expiredAfter", expiredAfter)
                .getResultStream()
                .map(CertificateRepository::revoked)
                .toList();
    }

    private static RevokedCertificate revoked(Object[] row) {
        return new RevokedCertificate(new BigInteger((String) row[0], 16), (Instant) row[1], (RevocationReason) row[2]);
    }

    /** Reads it as it is now and keeps it so until the transaction ends: no revocation comes in between. */
    public void lock(ManufacturerCertificate certificate) {
        store.entityManager().refresh(certificate, LockModeType.PESSIMISTIC_READ);
    }

    /**
     * As {@link #lock}, with the manufacturer as it is now. Where the certificate has a limit of devices, proofs by it come
     * one after the other: what one adds, the next one sees.
     */
    public void lockForProof(ManufacturerCertificate certificate) {
        if (certificate.maxDevices() == null) {
            lock(certificate);
        }
        if (certificate.maxDevices() != null) { // also where the limit is as new as that
            lockAlone(certificate);
        }
        store.entityManager().refresh(certificate.manufacturer());
    }

    /** Waits for the proofs under way, and keeps new ones waiting, until the transaction ends. */
    public void lockAlone(ManufacturerCertificate certificate) {
        store.entityManager().refresh(certificate, LockModeType.PESSIMISTIC_WRITE);
    }
}
