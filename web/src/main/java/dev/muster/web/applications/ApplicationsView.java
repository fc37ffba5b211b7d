package dev.muster.web.applications;

import dev.muster.ejb.applications.ApplicationService;
import dev.muster.ejb.applications.ListedApplication;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.PagedModel;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The organization's applications. */
@Named
@ViewScoped
public class ApplicationsView implements Serializable {

    @Inject
    private ApplicationService applications;

    @Inject
    private CurrentCaller caller;

    private final PagedModel<ListedApplication> list =
            new PagedModel<>(request -> applications.list(caller.get(), caller.tenantId(), null, request), 25);

    public PagedModel<ListedApplication> getList() {
        return list;
    }
}
