package dev.muster.ejb.device;

import dev.muster.domain.device.Device;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.Secrets;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Devices. */
@ApplicationScoped
public class DeviceRepository {

    private static final String BY_CERTIFICATE = " from Device d where d.certificateId = :certificate";

    @Inject
    private Store store;

    /** Newest first. */
    public Page<Device> list(UUID organizationId, PageRequest request) {
        return store.page(
                Device.class,
                "from Device e where e.organization.id = :organization",
                "e.createdAt desc, e.id",
                Map.of("organization", organizationId),
                request);
    }

    /** @throws ProblemException {@code not-found} */
    public Device get(UUID organizationId, UUID id) {
        return store.find(Device.class, id)
                .filter(device -> device.organization().id().equals(organizationId))
                .orElseThrow(ProblemException::notFound);
    }

    /** @param accessKey as sent; what is no access key at all never reaches the database */
    public Optional<Device> byAccessKey(String accessKey) {
        if (!Secrets.isAccessKey(accessKey)) {
            return Optional.empty();
        }
        return store.first(
                Device.class,
                "select d from Device d join fetch d.organization where d.credential.accessKey = :key",
                Map.of("key", accessKey));
    }

    /**
     * Notes the first use of the credentials. A statement of its own: writing the whole device back could bring
     * credentials back that a proof has just replaced. The device is read again, because a statement does not change it.
     */
    public void markUsed(Device device, Instant now) {
        store.entityManager()
                .createQuery("""
                        update Device d set d.firstUsedAt = :now
                        where d.id = :id and d.firstUsedAt is null and d.credential.accessKey = :key""")
                .setParameter("now", now)
                .setParameter("id", device.id())
                .setParameter("key", device.credential().accessKey())
                .executeUpdate();
        store.entityManager().refresh(device);
    }

    public void remove(Device device) {
        store.entityManager().remove(device);
    }

    public long countByCertificate(UUID certificateId) {
        return count("select count(d)", certificateId);
    }

    public long countOrganizationsByCertificate(UUID certificateId) {
        return count("select count(distinct d.organization.id)", certificateId);
    }

    private long count(String what, UUID certificateId) {
        return store.entityManager()
                .createQuery(what + BY_CERTIFICATE, Long.class)
                .setParameter("certificate", certificateId)
                .getSingleResult();
    }

    public void invalidateByCertificate(UUID certificateId, Instant now) {
        store.entityManager()
                .createQuery("""
                        update Device d set d.invalidatedAt = :now
                        where d.certificateId = :certificate and d.invalidatedAt is null""")
                .setParameter("now", now)
                .setParameter("certificate", certificateId)
                .executeUpdate();
    }
}
