package dev.muster.web.organization;

import dev.muster.domain.organization.ReprovisioningPolicy;
import dev.muster.ejb.organization.OrganizationChange;
import dev.muster.ejb.organization.OrganizationService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.text.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** What a manager decides for the whole organization. */
@Named
@ViewScoped
public class SettingsView implements Serializable {

    @Inject
    private OrganizationService organizations;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    private ReprovisioningPolicy policy;

    /** Fills the form with the current value. */
    public void open() {
        policy = organizations.get(caller.get(), caller.tenantId()).reprovisioningPolicy();
    }

    public void save() {
        if (feedback.attempt(() ->
                organizations.change(caller.get(), caller.tenantId(), OrganizationChange.reprovisioning(policy)))) {
            feedback.done(texts.of("organization.policySaved"));
        }
    }

    public ReprovisioningPolicy getPolicy() {
        return policy;
    }

    public void setPolicy(ReprovisioningPolicy policy) {
        this.policy = policy;
    }
}
