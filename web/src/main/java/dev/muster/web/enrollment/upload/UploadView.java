package dev.muster.web.enrollment.upload;

import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.shared.PageRequest;
import dev.muster.ejb.enrollment.allowlist.AllowListService;
import dev.muster.ejb.manufacturer.ManufacturerService;
import dev.muster.web.security.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The form that imports a file. The file itself goes to {@link UploadServlet}. */
@Named
@RequestScoped
public class UploadView {

    private static final int OFFERED = 10;

    @Inject
    private ManufacturerService manufacturers;

    @Inject
    private AllowListService allowList;

    @Inject
    private CurrentCaller caller;

    private ManufacturerChoice manufacturer;

    /** Manufacturers whose name contains what was typed. */
    public List<ManufacturerChoice> search(String typed) {
        return manufacturers.search(caller.get(), typed, new PageRequest(0, OFFERED)).items().stream()
                .map(found -> new ManufacturerChoice(found.id(), found.name()))
                .toList();
    }

    /** Preselects a manufacturer, because another file for the same manufacturer is likely. */
    public void suggest(Manufacturer likely) {
        manufacturer = new ManufacturerChoice(likely.id(), likely.name());
    }

    /** Why the selected manufacturer accepts no file from this organization; null if it does. */
    public String getRefusal() {
        return manufacturer == null
                ? null
                : allowList
                        .refusal(caller.get(), caller.tenantId(), manufacturer.id())
                        .orElse(null);
    }

    public ManufacturerChoice getManufacturer() {
        return manufacturer;
    }

    public void setManufacturer(ManufacturerChoice manufacturer) {
        this.manufacturer = manufacturer;
    }
}
