package dev.muster.web.security;

import dev.muster.web.shared.Feedback;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Leads from the bare address of the portal to the first page of a role. */
@Named
@RequestScoped
public class HomeView {

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    /** A navigation outcome. What the page before had to say is shown on the next page. */
    public String open() {
        feedback.keep();
        String page = switch (caller.get().role()) {
            case ORGANIZATION_MANAGER, ORGANIZATION_VIEWER -> "/organization/overview";
            case MANUFACTURER_MANAGER, MANUFACTURER_VIEWER -> "/manufacturer/overview";
            case ADMINISTRATOR -> "/administration/overview";
            case OPERATOR -> "/operation/health";
        };
        return page + "?faces-redirect=true";
    }
}
