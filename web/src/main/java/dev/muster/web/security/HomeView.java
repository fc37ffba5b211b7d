package dev.muster.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Leads from the bare address of the portal to the first page of a role. */
@Named
@RequestScoped
public class HomeView {

    @Inject
    private CurrentCaller caller;

    /** A navigation outcome. */
    public String open() {
        String page = switch (caller.get().role()) {
            case ORGANIZATION_MANAGER, ORGANIZATION_VIEWER -> "/organization/imports";
            case MANUFACTURER_MANAGER, MANUFACTURER_VIEWER -> "/manufacturer/certificates";
            case ADMINISTRATOR -> "/administration/organizations";
            case OPERATOR -> "/operation/health";
        };
        return page + "?faces-redirect=true";
    }
}
