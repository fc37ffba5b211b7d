package dev.muster.ejb.provisioning;

import dev.muster.domain.device.Device;
import dev.muster.domain.enrollment.Enrollment;
import dev.muster.domain.organization.ReprovisioningPolicy;
import dev.muster.ejb.device.FoundDevice;
import dev.muster.ejb.shared.NativeValue;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Devices by their enrollments. */
@ApplicationScoped
public class ProvisioningRepository {

    @Inject
    private Store store;

    /** The policy for second proofs: the import's own one, otherwise its organization's. */
    public ReprovisioningPolicy policy(UUID batchId) {
        Object[] policies = store.entityManager()
                .createQuery(
                        "select b.reprovisioningPolicy, b.organization.reprovisioningPolicy"
                                + " from DeviceImport b where b.id = :batch",
                        Object[].class)
                .setParameter("batch", batchId)
                .getSingleResult();
        return (ReprovisioningPolicy) (policies[0] == null ? policies[1] : policies[0]);
    }

    /** Locks the device of an enrollment until the transaction ends; empty if there is none. */
    public Optional<Device> lock(long enrollmentId) {
        return store.entityManager()
                .createQuery("select d from Device d where d.enrollmentId = :enrollment", Device.class)
                .setParameter("enrollment", enrollmentId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** How many devices of an import are valid. */
    public long countingDevices(UUID batchId, Instant now) {
        return store.entityManager()
                .createQuery("""
                        select count(d) from Device d, Enrollment e where e.id = d.enrollmentId and e.batchId = :batch
                        and (d.invalidatedAt is null or d.invalidatedAt > :now)""", Long.class)
                .setParameter("batch", batchId)
                .setParameter("now", now)
                .getSingleResult();
    }

    public Optional<Device> device(long enrollmentId) {
        return store.first(
                Device.class,
                "select d from Device d where d.enrollmentId = :enrollment",
                Map.of("enrollment", enrollmentId));
    }

    /** The device of an identifier, with the database's time. */
    public Optional<FoundDevice> find(UUID manufacturerId, String normalizedIdentifier) {
        return store.first(
                        Object[].class, """
                        select d, instant from Device d join fetch d.organization where d.enrollmentId = (
                          select e.id from Enrollment e
                          where e.manufacturer.id = :manufacturer and e.normalizedIdentifier = :identifier)""", Map.of("manufacturer", manufacturerId, "identifier", normalizedIdentifier))
                .map(row -> new FoundDevice((Device) row[0], (Instant) row[1]));
    }

    /**
     * What the import of a device says of it.
     *
     * @param modelId the import's model, otherwise the default of the device's type, otherwise null
     * @param applicationId which the device joins; null for none
     */
    record Defaults(@Nullable UUID modelId, @Nullable UUID applicationId) {}

    Defaults defaults(Enrollment enrollment) {
        Object[] row = (Object[]) store.entityManager()
                .createNativeQuery("""
                        select coalesce(b.model_id, d.model_id), b.application_id from enrollment_batch b
                        left join device_model_default d
                          on d.organization_id = b.organization_id and d.device_type = :type
                        where b.id = :batch""")
                .setParameter("type", enrollment.deviceType().name())
                .setParameter("batch", enrollment.batchId())
                .getSingleResult();
        return new Defaults(NativeValue.id(row[0]), NativeValue.id(row[1]));
    }

    /** How many devices an organization has; it counts to {@code most} at most. */
    long devices(UUID organizationId, int most) {
        return ((Number) store.entityManager()
                        .createNativeQuery("""
                                select count(*) from
                                  (select 1 from device where organization_id = :organization limit :most) counted""")
                        .setParameter("organization", organizationId)
                        .setParameter("most", most)
                        .getSingleResult())
                .longValue();
    }

    public void add(Device device) {
        store.entityManager().persist(device);
    }
}
