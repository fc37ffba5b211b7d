package dev.muster.web.trust;

import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.ejb.manufacturer.ManufacturerService;
import dev.muster.ejb.trust.CertificateService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.PagedModel;
import dev.muster.web.shared.TablePages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Map;
import java.util.UUID;

/** The manufacturers on the platform, found by name. */
@Named
@ViewScoped
public class ManufacturersView implements Serializable {

    @Inject
    private ManufacturerService manufacturers;

    @Inject
    private CertificateService certificates;

    @Inject
    private CurrentCaller caller;

    private final PagedModel<Manufacturer> list = new PagedModel<>(this::load);

    private transient Map<UUID, Long> counts;

    private String search = "";

    private Page<Manufacturer> load(PageRequest request) {
        Page<Manufacturer> page = manufacturers.search(caller.get(), search, request);
        counts = certificates.inForce(
                caller.get(), page.items().stream().map(Manufacturer::id).toList());
        return page;
    }

    /** Shows the first page of the result. */
    public void find() {
        TablePages.showFirst(":manufacturers");
    }

    /** How many certificates of a manufacturer on this page can prove devices now. */
    public long certificates(Manufacturer manufacturer) {
        return counts.getOrDefault(manufacturer.id(), 0L);
    }

    public PagedModel<Manufacturer> getList() {
        return list;
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search == null ? "" : search;
    }
}
