package dev.muster.web.enrollment;

import dev.muster.domain.organization.ReprovisioningPolicy;
import dev.muster.ejb.enrollment.ImportService;
import dev.muster.ejb.organization.OrganizationService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** What a second proof for a device of the import whose page is open does. */
@Named
@ViewScoped
public class BatchPolicyView implements Serializable {

    @Inject
    private ImportService imports;

    @Inject
    private OrganizationService organizations;

    @Inject
    private ImportView view;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    private boolean open;

    private ReprovisioningPolicy policy;

    public void save() {
        if (feedback.attempt(() -> imports.reprovisionBy(caller.get(), caller.tenantId(), view.importId(), policy))) {
            feedback.done("Saved. It applies to the next proof of these devices.");
            view.forget();
        }
    }

    /** What holds for imports that have no policy of their own. */
    public ReprovisioningPolicy getOfOrganization() {
        return organizations.get(caller.get(), caller.tenantId()).reprovisioningPolicy();
    }

    /** {@code null} for the organization's. */
    public ReprovisioningPolicy getPolicy() {
        if (!open) {
            policy = view.getDeviceImport().reprovisioningPolicy();
            open = true;
        }
        return policy;
    }

    public void setPolicy(ReprovisioningPolicy policy) {
        this.policy = policy;
        this.open = true;
    }
}
