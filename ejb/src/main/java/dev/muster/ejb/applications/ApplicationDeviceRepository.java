package dev.muster.ejb.applications;

import dev.muster.domain.applications.Application;
import dev.muster.domain.applications.DeviceRule;
import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.ejb.fleet.DeviceGroup;
import dev.muster.ejb.fleet.DeviceGroups;
import dev.muster.ejb.shared.DatabaseTime;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which devices belong to which application. */
@ApplicationScoped
public class ApplicationDeviceRepository implements DeviceGroups {

    private static final String ADD = """
            insert into application_device (application_id, device_id, added_at)
            select :application, d.id, :now from device d
            where d.id in (:devices) and not exists (
              select 1 from application_device m where m.application_id = :application and m.device_id = d.id)""";

    @Inject
    private Store store;

    @Inject
    private ApplicationRepository applications;

    @Inject
    private DatabaseTime time;

    @Override
    public Optional<DeviceGroup> find(UUID organizationId, UUID applicationId) {
        return applications.find(organizationId, applicationId).map(this::group);
    }

    private DeviceGroup group(Application application) {
        return new DeviceGroup(
                hasAdded(application.id()),
                application.rule().map(DeviceRule::filter).orElse(null));
    }

    private boolean hasAdded(UUID applicationId) {
        return store.first(
                        UUID.class,
                        "select m.deviceId from ApplicationDevice m where m.applicationId = :application",
                        Map.of("application", applicationId))
                .isPresent();
    }

    @Override
    public Map<UUID, String> names(UUID organizationId) {
        return applications.names(organizationId);
    }

    @Override
    public void add(UUID organizationId, @Nullable UUID applicationId, Collection<UUID> deviceIds) {
        UUID id = applications.get(organizationId, applicationId).id();
        if (!deviceIds.isEmpty() && applications.lockForDevices(id)) {
            add(id, deviceIds, time.now());
        }
    }

    private void add(UUID applicationId, Collection<UUID> deviceIds, Instant now) {
        store.entityManager()
                .createNativeQuery(ADD)
                .setParameter("application", applicationId)
                .setParameter("devices", deviceIds)
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    @Override
    public void remove(UUID organizationId, @Nullable UUID applicationId, Collection<UUID> deviceIds) {
        UUID id = applications.get(organizationId, applicationId).id();
        if (!deviceIds.isEmpty()) {
            store.entityManager()
                    .createQuery(
                            "delete from ApplicationDevice m where m.applicationId = :id and m.deviceId in :devices")
                    .setParameter("id", id)
                    .setParameter("devices", deviceIds)
                    .executeUpdate();
        }
    }

    /** Adds a new device to an application, unless the application is being deleted. */
    void join(UUID deviceId, UUID applicationId, Instant now) {
        if (applications.lockForDevices(applicationId)) {
            add(applicationId, List.of(deviceId), now);
        }
    }

    /** Sets the application that the devices of an import join, in a statement of its own: a server may be at work on it. */
    void choose(DeviceImport deviceImport, @Nullable UUID applicationId) {
        store.entityManager()
                .createNativeQuery(
                        "update enrollment_batch set application_id = cast(:application as uuid) where id = :batch")
                .setParameter("application", applicationId == null ? null : applicationId.toString())
                .setParameter("batch", deviceImport.id())
                .executeUpdate();
        store.entityManager().refresh(deviceImport);
    }
}
