package dev.muster.ejb.device;

import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceModel;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Models of devices, and which device is of which. */
@ApplicationScoped
public class DeviceModelRepository {

    private static final String OF_ORGANIZATION = "from DeviceModel e where e.organization.id = :organization";

    @Inject
    private Store store;

    /** By name. */
    Page<DeviceModel> list(UUID organizationId, SearchText search, PageRequest request) {
        Page<DeviceModel> page = store.page(
                DeviceModel.class,
                OF_ORGANIZATION + search.in("e.name"),
                "e.normalizedName",
                search.with(Map.of("organization", organizationId)),
                request);
        page.items().forEach(DeviceModelRepository::read);
        return page;
    }

    /** The names of all models by their ids. */
    Map<UUID, String> names(UUID organizationId) {
        return store.entityManager()
                .createQuery("select e.id, e.name " + OF_ORGANIZATION, Object[].class)
                .setParameter("organization", organizationId)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }

    /** @throws ProblemException {@code not-found} */
    DeviceModel get(UUID organizationId, UUID id) {
        return store.find(DeviceModel.class, id)
                .filter(model -> model.organization().id().equals(organizationId))
                .map(DeviceModelRepository::read)
                .orElseThrow(ProblemException::notFound);
    }

    /** What comes with it is read as long as the transaction lasts. */
    private static DeviceModel read(DeviceModel model) {
        model.keys();
        model.defaultFor();
        return model;
    }

    /**
     * What is needed to check telemetry, in one query.
     *
     * @param modelId {@code null} for none
     */
    public Optional<DeviceModel> of(UUID modelId) {
        return modelId == null
                ? Optional.empty()
                : store.entityManager()
                        .createQuery(
                                "select e from DeviceModel e left join fetch e.keys where e.id = :id",
                                DeviceModel.class)
                        .setParameter("id", modelId)
                        .getResultStream()
                        .findFirst();
    }

    /**
     * Keeps a model from being changed or deleted until the transaction ends.
     *
     * @throws ProblemException {@code not-found}
     */
    public DeviceModel lock(UUID organizationId, UUID id) {
        DeviceModel model = get(organizationId, id);
        if (!lock(id, LockModeType.PESSIMISTIC_WRITE)) {
            throw ProblemException.notFound();
        }
        store.entityManager().refresh(model);
        return read(model);
    }

    /**
     * Keeps a model from being deleted until the transaction ends; many devices at a time may be created with it.
     *
     * @return false where it is deleted
     */
    public boolean lockForDevice(UUID id) {
        return lock(id, LockModeType.PESSIMISTIC_READ);
    }

    private boolean lock(UUID id, LockModeType mode) {
        return !store.entityManager()
                .createQuery("select e from DeviceModel e where e.id = :id", DeviceModel.class)
                .setParameter("id", id)
                .setLockMode(mode)
                .getResultList()
                .isEmpty();
    }

    /**
     * Gives a device a model. A statement of its own, see {@link DeviceRepository#markUsed}.
     *
     * @param modelId {@code null} for none
     */
    void assign(Device device, UUID modelId) {
        store.entityManager()
                .createNativeQuery("update device set model_id = cast(:model as uuid) where id = :device")
                .setParameter("model", modelId == null ? null : modelId.toString())
                .setParameter("device", device.id())
                .executeUpdate();
        store.entityManager().refresh(device);
    }

    ModelImpact impact(UUID id) {
        return new ModelImpact(count("select count(d) from Device d where d.modelId = :id", id), count("""
                        select count(b) from DeviceImport b where b.modelId = :id""", id));
    }

    private long count(String query, UUID id) {
        return store.entityManager()
                .createQuery(query, Long.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    /** Devices and imports that have it have none then: the database sees to that. */
    void remove(DeviceModel model) {
        store.entityManager().remove(model);
    }
}
