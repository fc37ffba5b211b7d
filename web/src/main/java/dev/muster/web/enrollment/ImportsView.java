package dev.muster.web.enrollment;

import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.ejb.enrollment.CountedImport;
import dev.muster.ejb.enrollment.CountedImportService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.PagedModel;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The list of the organization's imports. */
@Named
@ViewScoped
public class ImportsView implements Serializable {

    @Inject
    private CountedImportService imports;

    @Inject
    private CurrentCaller caller;

    private final PagedModel<CountedImport> list = new PagedModel<>(this::load);

    private boolean working;

    private Page<CountedImport> load(PageRequest request) {
        Page<CountedImport> page = imports.list(caller.get(), caller.tenantId(), request);
        working = page.items().stream()
                .anyMatch(counted -> counted.deviceImport().status().isWork());
        return page;
    }

    /**
     * Whether a server is working on one of the imports on this page of the list, so that the page should look again.
     */
    public boolean isWorking() {
        return working;
    }

    public PagedModel<CountedImport> getList() {
        return list;
    }
}
