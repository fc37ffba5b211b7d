package dev.muster.web.fleet;

import dev.muster.domain.device.CredentialStatus;
import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceStatus;
import dev.muster.domain.device.DeviceType;
import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.ImportStatus;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.shared.PageRequest;
import dev.muster.ejb.enrollment.ImportService;
import dev.muster.ejb.fleet.DeviceSearchService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.PagedModel;
import dev.muster.web.shared.TablePages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The organization's devices, and the search among them. */
@Named
@ViewScoped
public class DevicesView implements Serializable {

    /** If there are too many imports to choose from, the newest. */
    private static final PageRequest NEWEST = new PageRequest(0, PageRequest.MAX_SIZE);

    @Inject
    private DeviceSearchService devices;

    @Inject
    private ImportService imports;

    @Inject
    private CurrentCaller caller;

    private final DeviceSearch search = new DeviceSearch();

    private final PagedModel<Device> list =
            new PagedModel<>(request -> devices.find(caller.get(), caller.tenantId(), search.filter(), request));

    private transient List<DeviceImport> committed;

    /** Shows the first page after the search has changed. */
    public void find() {
        TablePages.showFirst("list-form:devices");
    }

    public void clear() {
        search.clear();
        find();
    }

    /** The committed imports, to choose from. */
    public List<DeviceImport> getImports() {
        if (committed == null) {
            committed = imports.list(caller.get(), caller.tenantId(), null, Set.of(ImportStatus.COMMITTED), NEWEST)
                    .items();
        }
        return committed;
    }

    /** The manufacturers of these imports, each once, sorted by name. */
    public Collection<Manufacturer> getManufacturers() {
        return getImports().stream()
                .map(DeviceImport::manufacturer)
                .collect(Collectors.toMap(Manufacturer::id, one -> one, (one, same) -> one))
                .values()
                .stream()
                .sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))
                .toList();
    }

    public DeviceStatus[] getStatuses() {
        return DeviceStatus.values();
    }

    public CredentialStatus[] getCredentialStatuses() {
        return CredentialStatus.values();
    }

    public DeviceType[] getTypes() {
        return DeviceType.values();
    }

    public PagedModel<Device> getList() {
        return list;
    }

    public DeviceSearch getSearch() {
        return search;
    }
}
