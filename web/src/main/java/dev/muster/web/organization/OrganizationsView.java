package dev.muster.web.organization;

import dev.muster.domain.organization.Organization;
import dev.muster.domain.organization.OrganizationStatus;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.ejb.organization.DeletedOrganization;
import dev.muster.ejb.organization.OrganizationService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.PagedModel;
import dev.muster.web.shared.TablePages;
import dev.muster.web.shared.text.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The organizations on the platform, and the form that creates an organization. */
@Named
@ViewScoped
public class OrganizationsView implements Serializable {

    @Inject
    private OrganizationService organizations;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    private transient List<DeletedOrganization> deletions;

    private final PagedModel<Organization> list = new PagedModel<>(this::load);

    private String search = "";

    private OrganizationStatus status;

    private String name;

    private Page<Organization> load(PageRequest request) {
        Boolean suspended = status == null ? null : (Boolean) (status == OrganizationStatus.SUSPENDED);
        return organizations.list(caller.get(), search, suspended, request);
    }

    /** Shows the first page of the result. */
    public void find() {
        TablePages.showFirst(":organizations");
    }

    /** Whether the list shows only a part of the organizations. */
    public boolean isNarrow() {
        return status != null || !search.isBlank();
    }

    /** The organizations of which something is left to remove. */
    public List<DeletedOrganization> getDeletions() {
        if (deletions == null) {
            deletions = organizations.deletions(caller.get());
        }
        return deletions;
    }

    /** Asks again how much is left. */
    public void look() {
        deletions = null;
    }

    public void create() {
        if (feedback.attempt(() -> organizations.create(caller.get(), name))) {
            feedback.done(texts.of("organization.createdOne", name));
            name = null;
        }
    }

    public PagedModel<Organization> getList() {
        return list;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public OrganizationStatus[] getStatuses() {
        return OrganizationStatus.values();
    }

    public OrganizationStatus getStatus() {
        return status;
    }

    public void setStatus(OrganizationStatus status) {
        this.status = status;
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search == null ? "" : search;
    }
}
