package dev.muster.web.organization;

import dev.muster.domain.organization.Organization;
import dev.muster.ejb.organization.OrganizationService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.PagedModel;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

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

    private final PagedModel<Organization> list =
            new PagedModel<>(request -> organizations.list(caller.get(), null, request));

    private String name;

    public void create() {
        if (feedback.attempt(() -> organizations.create(caller.get(), name))) {
            feedback.done("The organization \"" + name + "\" is created. Create a manager for it under Users.");
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
}
