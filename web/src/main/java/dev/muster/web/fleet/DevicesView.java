package dev.muster.web.fleet;

import dev.muster.domain.device.DeviceOrder;
import dev.muster.domain.device.DeviceType;
import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.ImportStatus;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.shared.PageRequest;
import dev.muster.ejb.enrollment.ImportService;
import dev.muster.ejb.fleet.DeviceSearchService;
import dev.muster.ejb.fleet.ListedDevice;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.PageParameters;
import dev.muster.web.shared.PagedModel;
import dev.muster.web.shared.TablePages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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

    private final PagedModel<ListedDevice> list = new PagedModel<>(
            request -> devices.list(caller.get(), caller.tenantId(), search.filter(), search.order(), request),
            DeviceSearchLink.ROWS);

    private transient List<DeviceImport> committed;

    /** Searches for what the address of the page asks for. */
    public void open() {
        search.open(PageParameters::text);
    }

    /** Shows the first page after the search has changed. */
    public void find() {
        TablePages.showFirst("list-form:devices");
    }

    public void clear() {
        search.clear();
        find();
    }

    /** Drops the filter that the page names. */
    public void drop() {
        search.drop(PageParameters.text("name"));
        find();
    }

    /** Sorts by the property that the page names, or reverses its order. */
    public void sort() {
        Optional.ofNullable(PageParameters.text("column"))
                .flatMap(DeviceOrder::named)
                .ifPresent(order -> search.sortBy(order.by()));
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

    public DeviceType[] getTypes() {
        return DeviceType.values();
    }

    /** Whether there are more devices than the service counts. */
    public boolean isCut() {
        return list.getRowCount() >= DeviceSearchService.MAX_COUNTED;
    }

    /** The number of the first device on the page that the address asks for, from 0. */
    public int getFirst() {
        return search.first();
    }

    /** The search, the order and the page that is shown as the query of the page's address. */
    public String getLink() {
        return search.link(list.shown().offset());
    }

    public PagedModel<ListedDevice> getList() {
        return list;
    }

    public DeviceSearch getSearch() {
        return search;
    }
}
