package dev.muster.ejb.provisioning;

import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/**
 * Which identifiers each certificate has proved, and so how much of its number of devices is used. What it has proved
 * once costs nothing again, even if the device was deleted meanwhile. Kept for every certificate, because a limit may be
 * set later.
 */
@ApplicationScoped
public class ProvenIdentifiers {

    @Inject
    private Store store;

    /**
     * Whether the certificate may not prove this device, having proved as many others as it may.
     *
     * @param certificate held alone where it has a limit, so that nobody adds between this question and {@link #add}
     */
    boolean isLimitReached(ManufacturerCertificate certificate, String normalizedIdentifier) {
        return certificate.maxDevices() != null
                && count(certificate) >= certificate.maxDevices()
                && !has(certificate, normalizedIdentifier);
    }

    /** If the certificate has proved it before, nothing changes: it is counted once, and its first time stays. */
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

    /** How many, counted no further than to the limit. */
    private long count(ManufacturerCertificate certificate) {
        Number counted = (Number) store.entityManager()
                .createNativeQuery("""
                        select count(*) from (
                          select 1 from proven_identifier where certificate_id = :certificate limit :most) x""")
                .setParameter("certificate", certificate.id())
                .setParameter("most", certificate.maxDevices())
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
