package dev.muster.web.device;

import dev.muster.ejb.device.DeviceModelService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.NamedItems;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The organization's data models to choose from, read once for each request. */
@Named
@RequestScoped
public class ModelOptions {

    @Inject
    private DeviceModelService models;

    @Inject
    private CurrentCaller caller;

    private Map<UUID, String> names;

    /** Sorted by name. */
    public List<SelectItem> getItems() {
        return NamedItems.of(names());
    }

    /** Returns null if the organization has no such model. */
    public String name(UUID id) {
        return names().get(id);
    }

    private Map<UUID, String> names() {
        if (names == null) {
            names = models.names(caller.get(), caller.tenantId());
        }
        return names;
    }
}
