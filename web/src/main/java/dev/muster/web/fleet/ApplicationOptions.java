package dev.muster.web.fleet;

import dev.muster.ejb.fleet.DeviceSearchService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.NamedItems;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The organization's applications to choose from, read once for each request. */
@Named
@RequestScoped
public class ApplicationOptions {

    @Inject
    private DeviceSearchService devices;

    @Inject
    private CurrentCaller caller;

    private Map<UUID, String> names;

    /** Sorted by name. */
    public List<SelectItem> getItems() {
        return NamedItems.of(names());
    }

    /** Returns null if the organization has no such application. */
    public String name(UUID id) {
        return names().get(id);
    }

    private Map<UUID, String> names() {
        if (names == null) {
            names = devices.applications(caller.get(), caller.tenantId());
        }
        return names;
    }
}
