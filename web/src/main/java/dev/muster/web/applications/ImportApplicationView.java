package dev.muster.web.applications;

import dev.muster.ejb.applications.ApplicationService;
import dev.muster.web.enrollment.ImportView;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.ViewIds;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** The application that the devices of an import join, on the page of the import. */
@Named
@RequestScoped
public class ImportApplicationView {

    @Inject
    private ApplicationService applications;

    @Inject
    private ImportView view;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    private String application;

    public void save() {
        UUID chosen = ViewIds.chosen(application);
        if (feedback.attempt(
                () -> view.changed(applications.choose(caller.get(), caller.tenantId(), view.importId(), chosen)))) {
            feedback.done(texts.of("applications.importSaved"));
        }
    }

    /** The id of the application; empty for none. */
    public String getApplication() {
        return ViewIds.value(view.getDeviceImport().applicationId());
    }

    public void setApplication(String application) {
        this.application = application;
    }
}
