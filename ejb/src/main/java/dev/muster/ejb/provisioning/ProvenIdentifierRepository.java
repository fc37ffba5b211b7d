package dev.muster.ejb.provisioning;

import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/**
 * The identifiers that each certificate has proved, and so how much of its limit of devices is used. An identifier
 * counts once, even if its device is deleted and proved again. They are kept for every certificate, because a limit may
 * be set later.
 */
@ApplicationScoped
public class ProvenIdentifierRepository {

    @Inject
    private Store store;

    /**
     * Whether the certificate has proved as many identifiers as it may, and this one is not among them.
     *
     * @param certificate locked for writing if it has a limit, so that no other transaction adds an identifier between
     *     this question and {@link #add}
     */
    boolean isLimitReached(ManufacturerCertificate certificate, String normalizedIdentifier) {
        Integer limit = certificate.maxDevices();
        return limit != null && count(certificate, limit) >= limit && !has(certificate, normalizedIdentifier);
    }

    /** Changes nothing if the certificate has proved the identifier before: the time of the first proof stays. */
    void add(ManufacturerCertificate certificate, String normalizedIdentifier, Instant now) {
        store.entityManager()
                .createNativeQuery("""
                        insert into proven_identifier (certificate_id, normalized_identifier, proven_at)
                        values (:certificate, :identifier, :now) on conflict do nothing""")
                .setParameter("certificate", certificate.id())
                .setParameter("identifier", normalizedIdentifier)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** How many identifiers the certificate has proved, counted up to the limit. */
    private long count(ManufacturerCertificate certificate, int limit) {
        Number counted = (Number) store.entityManager()
                .createNativeQuery("""
                        select count(*) from (
                          select 1 from proven_identifier where certificate_id = :certificate limit :most) x""")
                .setParameter("certificate", certificate.id())
                .setParameter("most", limit)
                .getSingleResult();
        return counted.longValue();
    }

    private boolean has(ManufacturerCertificate certificate, String normalizedIdentifier) {
        return !store.entityManager()
                .createNativeQuery("""
                        select 1 from proven_identifier
                        where certificate_id = :certificate and normalized_identifier = :identifier""")
                .setParameter("certificate", certificate.id())
                .setParameter("identifier", normalizedIdentifier)
                .getResultList()
                .isEmpty();
    }
}
