package dev.muster.ejb.provisioning;

import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/**
 * How many devices a certificate may still prove. Who asks holds the certificate alone, so that between the question and
 * the taking nobody else takes; were it otherwise, {@code place_taken_once} would let one of two in. A device that the
 * certificate has proved once costs nothing again, even if it was deleted meanwhile.
 */
@ApplicationScoped
public class DeviceBudget {

    @Inject
    private Store store;

    /** Whether the certificate may not prove this device. */
    boolean isExhausted(ManufacturerCertificate certificate, String normalizedIdentifier) {
        return certificate.maxDevices() != null
                && lastPlace(certificate) >= certificate.maxDevices()
                && !hasPlace(certificate, normalizedIdentifier);
    }

    /** Takes one place for the device, unless it has one or there is no budget. */
    void take(ManufacturerCertificate certificate, String normalizedIdentifier, Instant now) {
        if (certificate.maxDevices() == null || hasPlace(certificate, normalizedIdentifier)) {
            return;
        }
        store.entityManager()
                .createNativeQuery("""
                        insert into budget_use (certificate_id, normalized_identifier, place, used_at)
                        values (:certificate, :identifier, :place, :now)""")
                .setParameter("certificate", certificate.id())
                .setParameter("identifier", normalizedIdentifier)
                .setParameter("place", lastPlace(certificate) + 1)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Places count from 1 without a gap: the last is how many are taken. */
    private int lastPlace(ManufacturerCertificate certificate) {
        Number last = (Number) store.entityManager()
                .createNativeQuery("select coalesce(max(place), 0) from budget_use where certificate_id = :certificate")
                .setParameter("certificate", certificate.id())
                .getSingleResult();
        return last.intValue();
    }

    private boolean hasPlace(ManufacturerCertificate certificate, String normalizedIdentifier) {
        return !store.entityManager()
                .createNativeQuery("""
                        select 1 from budget_use
                        where certificate_id = :certificate and normalized_identifier = :identifier""")
                .setParameter("certificate", certificate.id())
                .setParameter("identifier", normalizedIdentifier)
                .getResultList()
                .isEmpty();
    }
}
