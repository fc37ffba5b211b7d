package dev.muster.ejb.applications;

import dev.muster.domain.applications.Application;
import dev.muster.domain.applications.Widget;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** The dashboards of applications. A private dashboard is only for its author; every manager arranges a shared one. */
@Stateless
public class DashboardService {

    @Inject
    private ApplicationRepository applications;

    @Inject
    private WidgetReader reader;

    /** The dashboard with what its widgets show now. */
    public Dashboard show(Caller caller, UUID organizationId, UUID applicationId) {
        caller.requireOrganizationReader(organizationId);
        Application application = applications.get(organizationId, applicationId);
        boolean isVisible = isVisible(caller, application);
        return new Dashboard(
                application.isShared(),
                isVisible,
                isVisible && caller.isChanging(),
                isVisible ? reader.read(application) : List.of());
    }

    /** The telemetry keys that devices of the application have reported lately, by name. */
    public ReportedKeys keys(Caller caller, UUID organizationId, UUID applicationId) {
        caller.requireOrganizationReader(organizationId);
        return reader.keys(applications.get(organizationId, applicationId));
    }

    /**
     * Replaces the widgets.
     *
     * @param widgets in the order in which they are shown
     * @throws ProblemException {@code forbidden} if the dashboard is private to another user
     */
    public Application arrange(Caller caller, UUID organizationId, UUID applicationId, List<Widget> widgets) {
        Application application = lock(caller, organizationId, applicationId);
        application.arrange(widgets);
        return application;
    }

    /**
     * Shares the dashboard with the organization, or makes it private to the caller.
     *
     * @throws ProblemException {@code forbidden} if the dashboard is private to another user
     */
    public Application share(Caller caller, UUID organizationId, UUID applicationId, boolean withOrganization) {
        Application application = lock(caller, organizationId, applicationId);
        application.share(withOrganization, caller.userId());
        return application;
    }

    private Application lock(Caller caller, UUID organizationId, UUID applicationId) {
        caller.requireOrganization(organizationId);
        Application application = applications.lock(organizationId, applicationId);
        if (!isVisible(caller, application)) {
            throw new ProblemException(
                    ProblemCode.FORBIDDEN, "This dashboard is private to another user; only its author can share it.");
        }
        return application;
    }

    /** A private dashboard whose author has left the organization is for all managers: otherwise it would be lost. */
    private boolean isVisible(Caller caller, Application application) {
        return application.isDashboardOf(caller) || caller.isChanging() && !applications.hasAuthor(application);
    }
}
