package dev.muster.web.organization;

import dev.muster.domain.organization.Organization;
import dev.muster.domain.quota.QuotaDay;
import dev.muster.ejb.organization.OrganizationChange;
import dev.muster.ejb.organization.OrganizationService;
import dev.muster.web.quota.QuotaForm;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.ViewIds;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One organization, as an administrator sees and changes it. */
@Named
@ViewScoped
public class OrganizationView implements Serializable {

    @Inject
    private OrganizationService organizations;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    private final QuotaForm quotas = new QuotaForm();

    private String id;

    private String name;

    private transient Organization organization;

    /** Fills the forms with the current values. */
    public void open() {
        name = getOrganization().name();
        showQuotas();
    }

    private void showQuotas() {
        quotas.show(organizations.quotas(caller.get(), ViewIds.parse(id)));
    }

    public void rename() {
        change(new OrganizationChange(Optional.of(name), Optional.empty(), Map.of()), "Saved.");
    }

    public void saveQuotas() {
        feedback.attempt(() -> change(
                new OrganizationChange(Optional.empty(), Optional.empty(), quotas.limits()),
                "Saved. The quotas count within a second."));
        showQuotas();
    }

    private void change(OrganizationChange change, String done) {
        if (feedback.attempt(() -> organization = organizations.change(caller.get(), ViewIds.parse(id), change))) {
            feedback.done(done);
        }
    }

    public Organization getOrganization() {
        if (organization == null) {
            organization = organizations.get(caller.get(), ViewIds.parse(id));
        }
        return organization;
    }

    public QuotaForm getQuotas() {
        return quotas;
    }

    /** How many identifiers of others were in its files, by day. */
    public List<QuotaDay> getHeldElsewhere() {
        return organizations.heldElsewhere(caller.get(), ViewIds.parse(id));
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
