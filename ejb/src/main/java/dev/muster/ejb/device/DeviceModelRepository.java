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
import org.jspecify.annotations.Nullable;

/** Models of devices, and the assignment of devices to them. */
@ApplicationScoped
public class DeviceModelRepository {

    private static final String OF_ORGANIZATION = "from DeviceModel e where e.organization.id = :organization";

    @Inject
    private Store store;

    /** The organization's models, by name. */
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

    /** The names of the organization's models, by id. */
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

    /** Reads the lists of a model while the transaction is open. */
    private static DeviceModel read(DeviceModel model) {
        model.keys();
        model.defaultFor();
        return model;
    }

    /**
     * The model with its keys, in one query: what is needed to check telemetry.
     *
     * @param modelId {@code null} if the device has no model
     */
    public Optional<DeviceModel> of(@Nullable UUID modelId) {
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
     * Locks a model: nobody else can change or delete it until the transaction ends.
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
     * Locks a model for reading: nobody can delete it until the transaction ends, but many transactions can create
     * devices with it.
     *
     * @return false if the model was deleted
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
     * Gives a device a model, in a statement of its own for the same reason as {@link DeviceRepository#markUsed}.
     *
     * @param modelId {@code null} if the device gets none
     */
    void assign(Device device, @Nullable UUID modelId) {
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

    /** Deletes a model. The database takes it away from the devices and imports that have it. */
    void remove(DeviceModel model) {
        store.entityManager().remove(model);
    }
}
