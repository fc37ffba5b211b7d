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

    /** @param accessKey as sent; a text that cannot be an access key never reaches the database */
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

    /** The active certificates that expire soon, the first to expire first. */
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

    /** The number of certificates that are neither revoked nor expired, by manufacturer. */
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

    /** Certificates of any manufacturer by their ids; missing ones are left out. */
    public Map<UUID, ManufacturerCertificate> byId(Set<UUID> ids) {
        return store.entityManager()
                .createQuery(
                        "select c from ManufacturerCertificate c join fetch c.manufacturer where c.id in :ids",
                        ManufacturerCertificate.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(ManufacturerCertificate::id, Function.identity()));
    }

    public long countRevoked(UUID issuerId, Instant now) {
        return store.entityManager()
                .createQuery(
                        "select count(c) from ManufacturerCertificate c where c.issuerId = :issuer and c.revokedAt <= :now",
                        Long.class)
                .setParameter("issuer", issuerId)
                .setParameter("now", now)
                .getSingleResult();
    }

    /**
     * The revoked certificates, in the order of their revocation.
     *
     * @param expiredAfter certificates that had expired by then are left out
     */
    public List<RevokedCertificate> revoked(UUID issuerId, Instant expiredAfter, Instant now) {
        return store.entityManager()
                .createQuery("""
                        select c.serialNumber, c.revokedAt, c.revocationReason from ManufacturerCertificate c
                        where c.issuerId = :issuer and c.revokedAt <= :now and c.notAfter > :expiredAfter
                        order by c.revokedAt, c.id""", Object[].class)
                .setParameter("issuer", issuerId)
                .setParameter("now", now)
                .setParameter("expiredAfter", expiredAfter)
                .getResultStream()
                .map(CertificateRepository::revoked)
                .toList();
    }

    private static RevokedCertificate revoked(Object[] row) {
        return new RevokedCertificate(new BigInteger((String) row[0], 16), (Instant) row[1], (RevocationReason) row[2]);
    }

    /**
     * Reads it again and locks it until the transaction ends, so that nobody revokes it meanwhile. Others can lock it
     * like this, too.
     */
    public void lock(ManufacturerCertificate certificate) {
        store.entityManager().refresh(certificate, LockModeType.PESSIMISTIC_READ);
    }

    /**
     * Like {@link #lock}, and reads the manufacturer again, in the same statement. If the certificate has a limit of devices, its proofs run
     * one after the other, so that each proof counts the devices of the earlier ones.
     */
    public void lockForProof(ManufacturerCertificate certificate) {
        store.entityManager().detach(certificate.manufacturer());
        if (certificate.maxDevices() == null) {
            lock(certificate);
        }
        if (certificate.maxDevices() != null) { // also if the limit is so new that only the first lock read it
            lockForChange(certificate);
        }
    }

    /** Waits for the current proofs, and makes new ones wait until the transaction ends. */
    public void lockForChange(ManufacturerCertificate certificate) {
        store.entityManager().refresh(certificate, LockModeType.PESSIMISTIC_WRITE);
    }
}
