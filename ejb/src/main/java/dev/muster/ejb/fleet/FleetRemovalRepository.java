package dev.muster.ejb.fleet;

import dev.muster.domain.device.Device;
import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.ImportStatus;
import dev.muster.ejb.organization.Belonging;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds and removes, in portions, what an organization owns. Locks nothing for longer than a portion. */
@ApplicationScoped
class FleetRemovalRepository {

    private static final List<ImportStatus> WORK =
            Arrays.stream(ImportStatus.values()).filter(ImportStatus::isWork).toList();

    /**
     * What is left of an organization without devices and imports. The changes of numbers go before the sums: a timer
     * moves them in this direction.
     */
    private static final List<String> REST =
            List.of("device_model_default", "device_model", "notice", "mail", "tally_change", "tally");

    @Inject
    private Store store;

    /** Whether a server is at work on an import of the organization. */
    boolean isAtWork(UUID organizationId) {
        return store.first(
                        UUID.class,
                        "select i.id from DeviceImport i where i.organization.id = :organization and i.status in :work",
                        Map.of("organization", organizationId, "work", WORK))
                .isPresent();
    }

    /** Takes the organization off the lists of all manufacturers. */
    void leaveLists(UUID organizationId) {
        removeAll("allowed_organization", organizationId);
    }

    /** Locks the next devices. */
    List<Device> lockDevices(UUID organizationId, int limit) {
        return store.entityManager()
                .createQuery(
                        "select d from Device d where d.organization.id = :organization order by d.id", Device.class)
                .setParameter("organization", organizationId)
                .setMaxResults(limit)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Removes devices with their telemetry. */
    void removeDevices(Collection<UUID> ids) {
        store.entityManager()
                .createQuery("delete from Device d where d.id in :ids")
                .setParameter("ids", ids)
                .executeUpdate();
    }

    /** @return how many were removed */
    int removeEnrollments(UUID organizationId, int limit) {
        List<Long> ids = store.entityManager()
                .createQuery(
                        "select e.id from Enrollment e where e.organization.id = :organization order by e.id",
                        Long.class)
                .setParameter("organization", organizationId)
                .setMaxResults(limit)
                .getResultList();
        return ids.isEmpty()
                ? 0
                : store.entityManager()
                        .createQuery("delete from Enrollment e where e.id in :ids")
                        .setParameter("ids", ids)
                        .executeUpdate();
    }

    /** Any import of the organization. */
    Optional<DeviceImport> anyImport(UUID organizationId) {
        return store.first(
                DeviceImport.class,
                "select i from DeviceImport i where i.organization.id = :organization order by i.id",
                Map.of("organization", organizationId));
    }

    /**
     * Removes data models, notices and numbers.
     *
     * @return how many rows were removed
     */
    int removeRest(UUID organizationId) {
        return REST.stream().mapToInt(table -> removeAll(table, organizationId)).sum();
    }

    private int removeAll(String table, UUID organizationId) {
        return store.entityManager()
                .createNativeQuery("delete from " + table + " where organization_id = :organization")
                .setParameter("organization", organizationId)
                .executeUpdate();
    }

    /** How many devices and enrollments the organization has. */
    long count(UUID organizationId) {
        return count("Device", organizationId) + count("Enrollment", organizationId);
    }

    Map<Belonging, Long> belongings(UUID organizationId) {
        return Map.of(
                Belonging.DEVICE, count("Device", organizationId),
                Belonging.ENROLLMENT, count("Enrollment", organizationId),
                Belonging.IMPORT, count("DeviceImport", organizationId),
                Belonging.DATA_MODEL, count("DeviceModel", organizationId));
    }

    private long count(String entity, UUID organizationId) {
        return store.entityManager()
                .createQuery(
                        "select count(e) from " + entity + " e where e.organization.id = :organization", Long.class)
                .setParameter("organization", organizationId)
                .getSingleResult();
    }
}
