package dev.muster.web.organization;

import dev.muster.domain.organization.Organization;
import dev.muster.domain.quota.QuotaDay;
import dev.muster.ejb.organization.Belonging;
import dev.muster.ejb.organization.OrganizationChange;
import dev.muster.ejb.organization.OrganizationService;
import dev.muster.web.quota.QuotaForm;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.ViewIds;
import dev.muster.web.shared.text.Texts;
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
    private Texts texts;

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
        change(OrganizationChange.rename(name), texts.of("organization.saved"));
    }

    public void suspend() {
        change(OrganizationChange.suspended(true), texts.of("organization.suspendDone"));
    }

    public void resume() {
        change(OrganizationChange.suspended(false), texts.of("organization.resumeDone"));
    }

    /** Deletes the organization if its name has been typed. */
    public String delete() {
        if (!getOrganization().name().equals(typedName == null ? "" : typedName.strip())) {
            feedback.error(texts.of("organization.nameDiffers"));
            return null;
        }
        if (!feedback.attempt(() -> organizations.delete(caller.get(), ViewIds.parse(id)))) {
            return null;
        }
        feedback.done(texts.of("organization.deleted"));
        feedback.keep();
        return LIST;
    }

    public void saveQuotas() {
        feedback.attempt(() -> change(OrganizationChange.of(quotas.limits()), texts.of("organization.quotasSaved")));
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

    /** What becomes of it when the organization is deleted. */
    public String sentence(Belonging belonging, long number) {
        return switch (belonging) {
            case DEVICE -> texts.of("organization.belongingDevices", number);
            case ENROLLMENT -> texts.of("organization.belongingIdentifiers", number);
            case IMPORT -> texts.of("organization.belongingImports", number);
            case DATA_MODEL -> texts.of("organization.belongingModels", number);
            case APPLICATION -> texts.of("organization.belongingApplications", number);
            case USER -> texts.of("organization.belongingUsers", number);
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
