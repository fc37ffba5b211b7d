package dev.muster.web.applications;

import dev.muster.domain.applications.Application;
import dev.muster.domain.device.DeviceFilter;
import dev.muster.domain.device.DeviceOrder;
import dev.muster.ejb.applications.ApplicationService;
import dev.muster.ejb.applications.ListedApplication;
import dev.muster.ejb.fleet.DeviceSearchService;
import dev.muster.ejb.fleet.ListedDevice;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.PagedModel;
import dev.muster.web.shared.ViewIds;
import dev.muster.web.shared.text.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;

/** An application and its devices. Its dashboard is in {@link DashboardView}. */
@Named
@ViewScoped
public class ApplicationView implements Serializable {

    private static final int ROWS = 10;

    @Inject
    private ApplicationService applications;

    @Inject
    private DeviceSearchService devices;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    private String id;

    private transient ListedApplication shown;

    private final PagedModel<ListedDevice> list = new PagedModel<>(
            request -> devices.list(
                    caller.get(),
                    caller.tenantId(),
                    DeviceFilter.ofApplication(ViewIds.parse(id)),
                    DeviceOrder.NEWEST_FIRST,
                    request),
            ROWS);

    /** Answers 404 if there is no such application. */
    public void open() {
        getShown();
    }

    public String delete() {
        if (!feedback.attempt(() -> applications.delete(caller.get(), caller.tenantId(), getKey()))) {
            return null;
        }
        feedback.done(texts.of("applications.deleted"));
        feedback.keep();
        return "/organization/applications?faces-redirect=true";
    }

    /** Reads the application again when it is shown next. */
    void forget() {
        shown = null;
    }

    public ListedApplication getShown() {
        if (shown == null) {
            shown = applications.get(caller.get(), caller.tenantId(), getKey());
        }
        return shown;
    }

    public Application getApplication() {
        return getShown().application();
    }

    /** The id as an id. */
    public UUID getKey() {
        return ViewIds.parse(id);
    }

    public PagedModel<ListedDevice> getList() {
        return list;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
