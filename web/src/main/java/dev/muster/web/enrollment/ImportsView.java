package dev.muster.web.enrollment;

import dev.muster.domain.enrollment.EnrollmentBatch;
import dev.muster.ejb.enrollment.ImportService;
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
    private ImportService imports;

    @Inject
    private CurrentCaller caller;

    private final PagedModel<EnrollmentBatch> list =
            new PagedModel<>(request -> imports.list(caller.get(), caller.tenantId(), request));

    public PagedModel<EnrollmentBatch> getList() {
        return list;
    }
}
