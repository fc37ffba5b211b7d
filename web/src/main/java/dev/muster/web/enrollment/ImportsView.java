package dev.muster.web.enrollment;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.ImportStatus;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.ejb.enrollment.ImportService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.PagedModel;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumSet;

/** The list of the organization's imports. */
@Named
@ViewScoped
public class ImportsView implements Serializable {

    @Inject
    private ImportService imports;

    @Inject
    private CurrentCaller caller;

    private final PagedModel<DeviceImport> list = new PagedModel<>(this::load);

    private boolean working;

    private Page<DeviceImport> load(PageRequest request) {
        Page<DeviceImport> page =
                imports.list(caller.get(), caller.tenantId(), null, EnumSet.allOf(ImportStatus.class), request);
        working = page.items().stream()
                .anyMatch(deviceImport -> deviceImport.status().isWork());
        return page;
    }

    /**
     * Whether a server is working on one of the imports on this page of the list, so that the page should look again.
     */
    public boolean isWorking() {
        return working;
    }

    public PagedModel<DeviceImport> getList() {
        return list;
    }
}
