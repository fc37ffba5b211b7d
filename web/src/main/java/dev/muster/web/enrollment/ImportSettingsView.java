package dev.muster.web.enrollment;

import dev.muster.domain.organization.ReprovisioningPolicy;
import dev.muster.ejb.enrollment.ImportService;
import dev.muster.ejb.organization.OrganizationService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.ViewIds;
import dev.muster.web.shared.text.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;

/**
 * What an import says about its devices: the data model that they get when they are created, and the policy for proofs
 * of devices that have proved themselves already.
 */
@Named
@ViewScoped
public class ImportSettingsView implements Serializable {

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

    @Inject
    private Texts texts;

    private String model;

    private boolean policyRead;

    private ReprovisioningPolicy policy;

    public void saveModel() {
        UUID chosen = ViewIds.chosen(model);
        if (feedback.attempt(
                () -> view.changed(imports.choose(caller.get(), caller.tenantId(), view.importId(), chosen)))) {
            feedback.done(texts.of("enrollment.modelSaved"));
        }
    }

    public void savePolicy() {
        if (feedback.attempt(() -> imports.reprovisionBy(caller.get(), caller.tenantId(), view.importId(), policy))) {
            feedback.done(texts.of("enrollment.policySaved"));
            view.forget();
        }
    }

    /** The id of the data model; empty for the default of the device type. */
    public String getModel() {
        return ViewIds.value(view.getDeviceImport().modelId());
    }

    public void setModel(String model) {
        this.model = model;
    }

    /** The organization's policy, which applies if the import has none. */
    public ReprovisioningPolicy getOfOrganization() {
        return organizations.get(caller.get(), caller.tenantId()).reprovisioningPolicy();
    }

    /** Null for the organization's policy. */
    public ReprovisioningPolicy getPolicy() {
        if (!policyRead) {
            setPolicy(view.getDeviceImport().reprovisioningPolicy());
        }
        return policy;
    }

    public void setPolicy(ReprovisioningPolicy policy) {
        this.policy = policy;
        this.policyRead = true;
    }
}
