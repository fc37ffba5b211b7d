package dev.muster.ejb.device;

import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceModel;
import dev.muster.domain.device.ModelChange;
import dev.muster.domain.device.ModelDescription;
import dev.muster.domain.organization.Organization;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Store;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An organization's models: what its devices may report. */
@Stateless
public class DeviceModelService {

    private static final String NAME_TAKEN = "A model with this name exists already; choose another name.";

    private static final String DEFAULT_TAKEN = "Another model is already the default for one of these device types;"
            + " remove the type from that model first.";

    @Inject
    private DeviceModelRepository models;

    @Inject
    private DeviceRepository devices;

    @Inject
    private Store store;

    @Inject
    private Clock clock;

    /**
     * The organization's models, by name.
     *
     * @param search a part of the name; null or blank finds all
     */
    public Page<DeviceModel> list(Caller caller, UUID organizationId, @Nullable String search, PageRequest request) {
        caller.requireOrganizationReader(organizationId);
        return models.list(organizationId, new SearchText(search), request);
    }

    /** The names of the organization's models, by id. */
    public Map<UUID, String> names(Caller caller, UUID organizationId) {
        caller.requireOrganizationReader(organizationId);
        return models.names(organizationId);
    }

    /** @throws ProblemException {@code not-found} */
    public DeviceModel get(Caller caller, UUID organizationId, UUID modelId) {
        caller.requireOrganizationReader(organizationId);
        return models.get(organizationId, modelId);
    }

    /** @throws ProblemException {@code conflict} if the name is taken, or if a type has another default */
    public DeviceModel create(Caller caller, UUID organizationId, ModelDescription description) {
        caller.requireOrganization(organizationId);
        DeviceModel model =
                new DeviceModel(store.get(Organization.class, organizationId), description, clock.instant());
        store.add(model, NAME_TAKEN);
        model.isDefaultFor(description.defaultFor());
        store.flush(DEFAULT_TAKEN);
        return model;
    }

    /**
     * Changes a model. The change applies to what devices send from now on.
     *
     * @throws ProblemException {@code conflict} if the name is taken, or if a type has another default
     */
    public DeviceModel change(Caller caller, UUID organizationId, UUID modelId, ModelChange change) {
        caller.requireOrganization(organizationId);
        DeviceModel model = models.lock(organizationId, modelId);
        ModelDescription description = change.on(model);
        model.describe(description);
        store.flush(NAME_TAKEN);
        model.isDefaultFor(description.defaultFor());
        store.flush(DEFAULT_TAKEN);
        return model;
    }

    /** What {@link #delete} would affect. */
    public ModelImpact impact(Caller caller, UUID organizationId, UUID modelId) {
        return models.impact(get(caller, organizationId, modelId).id());
    }

    /** Deletes a model. Its devices then have no model, and its imports use the defaults of their device types. */
    public void delete(Caller caller, UUID organizationId, UUID modelId) {
        caller.requireOrganization(organizationId);
        models.remove(models.lock(organizationId, modelId));
    }

    /**
     * Gives a device another model.
     *
     * @param modelId {@code null} if the device gets none
     * @throws ProblemException {@code not-found} if the organization has no such device or model
     */
    public Device assign(Caller caller, UUID organizationId, UUID deviceId, @Nullable UUID modelId) {
        caller.requireOrganization(organizationId);
        Device device = devices.get(organizationId, deviceId);
        if (modelId != null) {
            models.lock(organizationId, modelId);
        }
        models.assign(device, modelId);
        return device;
    }
}
