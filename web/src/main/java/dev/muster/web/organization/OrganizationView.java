package dev.muster.web.organization;

import dev.muster.domain.organization.Organization;
import dev.muster.domain.quota.QuotaDay;
import dev.muster.ejb.organization.Belonging;
import dev.muster.ejb.organization.OrganizationChange;
import dev.muster.ejb.organization.OrganizationService;
import dev.muster.web.quota.QuotaForm;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Display;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.ViewIds;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** One organization, as an administrator sees and changes it. */
@Named
@ViewScoped
public class OrganizationView implements Serializable {

    private static final String LIST = "/administration/organizations?faces-redirect=true";

    @Inject
    private OrganizationService organizations;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private Display display;

    private final QuotaForm quotas = new QuotaForm();

    private String id;

    private String name;

    private String typedName;

    private transient Organization organization;

    private transient List<Map.Entry<Belonging, Long>> belongings;

    /** Fills the forms with the current values. */
    public void open() {
        name = getOrganization().name();
        showQuotas();
    }

    private void showQuotas() {
        quotas.show(organizations.quotas(caller.get(), ViewIds.parse(id)));
    }

    public void rename() {
        change(OrganizationChange.rename(name), "Saved.");
    }

    public void suspend() {
        change(
                OrganizationChange.suspended(true),
                "Suspended: its users change nothing, and its devices are refused from now on.");
    }

    public void resume() {
        change(OrganizationChange.suspended(false), "Resumed: its users and devices can continue.");
    }

    /** Deletes the organization if its name has been typed. */
    public String delete() {
        if (!getOrganization().name().equals(typedName == null ? "" : typedName.strip())) {
            feedback.error("This is not the organization's name. Type it exactly as shown.");
            return null;
        }
        if (!feedback.attempt(() -> organizations.delete(caller.get(), ViewIds.parse(id)))) {
            return null;
        }
        feedback.done("The organization is deleted. What it owned is removed now.");
        feedback.keep();
        return LIST;
    }

    public void saveQuotas() {
        feedback.attempt(
                () -> change(OrganizationChange.of(quotas.limits()), "Saved. The quotas count within a second."));
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

    /** What the organization owns, and how many of each. */
    public List<Map.Entry<Belonging, Long>> getBelongings() {
        if (belongings == null) {
            belongings = List.copyOf(
                    organizations.belongings(caller.get(), ViewIds.parse(id)).entrySet());
        }
        return belongings;
    }

    public String title(Belonging belonging) {
        return switch (belonging) {
            case DEVICE -> "Devices";
            case ENROLLMENT -> "Enrolled identifiers";
            case IMPORT -> "Imports";
            case DATA_MODEL -> "Data models";
            case USER -> "Own users";
        };
    }

    /** What becomes of it when the organization is deleted. */
    public String sentence(Belonging belonging, long number) {
        return switch (belonging) {
            case DEVICE ->
                display.count(number, "device") + " with telemetry; the certificates of the devices are revoked";
            case ENROLLMENT -> display.count(number, "enrolled identifier");
            case IMPORT -> display.count(number, "import");
            case DATA_MODEL -> display.count(number, "data model");
            case USER -> display.count(number, "user") + " of no other tenant";
        };
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

    public String getTypedName() {
        return typedName;
    }

    public void setTypedName(String typedName) {
        this.typedName = typedName;
    }
}
