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

    /** Revoked themselves, or by what has invalidated their device: the certificate that proved it was revoked. */
    private static final String REVOKED = """
            from CredentialCertificate c left join Device d on d.id = c.deviceId
            where c.issuer.id = :issuer and coalesce(c.revokedAt, d.invalidatedAt) <= :now""";

    @Inject
    private Store store;

    /** Of a device that is kept already. */
    void add(CredentialCertificate certificate) {
        store.entityManager().flush();
        store.entityManager().persist(certificate);
    }

    /** With its issuer. @param der as it was shown */
    public Optional<CredentialCertificate> find(byte[] der) {
        return store.first(
                        CredentialCertificate.class,
                        "select c from CredentialCertificate c join fetch c.issuer where c.fingerprint = :fingerprint",
                        Map.of("fingerprint", CredentialCertificate.fingerprint(der)))
                .filter(certificate -> certificate.is(der));
    }

    /**
     * Those of a device that are not revoked, the newest first.
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

    /** As it is now; the caller holds its device, so that it stays so. */
    public void refresh(CredentialCertificate certificate) {
        store.entityManager().refresh(certificate);
    }

    /** Revokes all that the device has; those that are revoked stay as they are. */
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

    /** Notes the first use, and revokes what the device had before this one. The caller holds the device. */
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

    /** Nothing is known of why the device's own key would count no more where its manufacturer's certificate was revoked. */
    private static RevokedCertificate revoked(Object[] row) {
        RevocationReason reason = row[2] == null ? RevocationReason.UNSPECIFIED : (RevocationReason) row[2];
        return new RevokedCertificate(new BigInteger((String) row[0], 16), (Instant) row[1], reason);
    }
}
