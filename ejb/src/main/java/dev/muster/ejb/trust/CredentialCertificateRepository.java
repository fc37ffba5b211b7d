package dev.muster.ejb.trust;

import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.trust.CredentialCertificate;
import dev.muster.domain.trust.issue.RevocationReason;
import dev.muster.domain.trust.issue.RevokedCertificate;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The certificates that devices have as their credentials. */
@ApplicationScoped
public class CredentialCertificateRepository {

    /** A certificate is revoked itself, or with its device: when the certificate that proved the device is revoked. */
    private static final String REVOKED = """
            from CredentialCertificate c left join Device d on d.id = c.deviceId
            where c.issuer.id = :issuer and coalesce(c.revokedAt, d.invalidatedAt) <= :now""";

    @Inject
    private Store store;

    /** Adds a certificate of a device that is already stored. */
    void add(CredentialCertificate certificate) {
        store.entityManager().flush();
        store.entityManager().persist(certificate);
    }

    /**
     * Finds a certificate, with its issuer.
     *
     * @param der as the device showed it
     */
    public Optional<CredentialCertificate> find(byte[] der) {
        return store.first(
                        CredentialCertificate.class,
                        "select c from CredentialCertificate c join fetch c.issuer where c.fingerprint = :fingerprint",
                        Map.of("fingerprint", CredentialCertificate.fingerprint(der)))
                .filter(certificate -> certificate.is(der));
    }

    /**
     * The certificates of a device that are not revoked, the newest first.
     *
     * @param search a part of the serial number
     */
    public Page<CredentialCertificate> ofDevice(UUID deviceId, SearchText search, PageRequest request) {
        return store.page(
                CredentialCertificate.class,
                "from CredentialCertificate e where e.deviceId = :device and e.revokedAt is null"
                        + search.in("e.serialNumber"),
                "e.issuedAt desc, e.id",
                search.with(Map.of("device", deviceId)),
                request);
    }

    /** Reads it again. The caller has locked its device, so it does not change after that. */
    public void refresh(CredentialCertificate certificate) {
        store.entityManager().refresh(certificate);
    }

    /**
     * When the device got certificates by renewals, the newest first.
     *
     * @param most how many are read at most
     */
    public List<Instant> renewals(UUID deviceId, Instant since, int most) {
        return store.entityManager()
                .createQuery("""
                        select c.issuedAt from CredentialCertificate c
                        where c.deviceId = :device and c.renewal = true and c.issuedAt > :since
                        order by c.issuedAt desc""", Instant.class)
                .setParameter("device", deviceId)
                .setParameter("since", since)
                .setMaxResults(most)
                .getResultList();
    }

    /** Revokes the certificates of the device except one. The caller has locked the device. */
    public void endAllBut(CredentialCertificate kept, Instant now) {
        store.entityManager()
                .createQuery("""
                        update CredentialCertificate c set c.revokedAt = :now, c.revocationReason = :reason
                        where c.deviceId = :device and c.revokedAt is null and c.id <> :kept""")
                .setParameter("now", now)
                .setParameter("reason", RevocationReason.SUPERSEDED)
                .setParameter("device", kept.deviceId())
                .setParameter("kept", kept.id())
                .executeUpdate();
    }

    /** Revokes all certificates of the device; those already revoked stay as they are. */
    public void endOf(UUID deviceId, Instant at, RevocationReason reason) {
        store.entityManager()
                .createQuery("""
                        update CredentialCertificate c set c.revokedAt = :at, c.revocationReason = :reason
                        where c.deviceId = :device and c.revokedAt is null""")
                .setParameter("at", at)
                .setParameter("reason", reason)
                .setParameter("device", deviceId)
                .executeUpdate();
    }

    /** Records the first use, and revokes the device's earlier certificates. The caller has locked the device. */
    public void use(CredentialCertificate certificate, Instant now) {
        store.entityManager()
                .createQuery("update CredentialCertificate c set c.firstUsedAt = :now where c.id = :id")
                .setParameter("now", now)
                .setParameter("id", certificate.id())
                .executeUpdate();
        store.entityManager()
                .createQuery("""
                        update CredentialCertificate c set c.revokedAt = :now, c.revocationReason = :reason
                        where c.deviceId = :device and c.revokedAt is null and c.issuedAt < :issued""")
                .setParameter("now", now)
                .setParameter("reason", RevocationReason.SUPERSEDED)
                .setParameter("device", certificate.deviceId())
                .setParameter("issued", certificate.issuedAt())
                .executeUpdate();
        refresh(certificate);
    }

    long countRevoked(UUID issuerId, Instant now) {
        return store.entityManager()
                .createQuery("select count(c) " + REVOKED, Long.class)
                .setParameter("issuer", issuerId)
                .setParameter("now", now)
                .getSingleResult();
    }

    List<RevokedCertificate> revoked(UUID issuerId, Instant expiredAfter, Instant now) {
        return store.entityManager()
                .createQuery(
                        "select c.serialNumber, coalesce(c.revokedAt, d.invalidatedAt), c.revocationReason "
                                + REVOKED
                                + " and c.notAfter > :expiredAfter order by coalesce(c.revokedAt, d.invalidatedAt), c.id",
                        Object[].class)
                .setParameter("issuer", issuerId)
                .setParameter("now", now)
                .setParameter("expiredAfter", expiredAfter)
                .getResultStream()
                .map(CredentialCertificateRepository::revoked)
                .toList();
    }

    /** If only the manufacturer's certificate was revoked, no reason is known for the device's own certificate. */
    private static RevokedCertificate revoked(Object[] row) {
        RevocationReason reason = row[2] == null ? RevocationReason.UNSPECIFIED : (RevocationReason) row[2];
        return new RevokedCertificate(new BigInteger((String) row[0], 16), (Instant) row[1], reason);
    }
}
