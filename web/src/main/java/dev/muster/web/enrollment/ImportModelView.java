package dev.muster.web.enrollment;

import dev.muster.ejb.enrollment.ImportService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.ViewIds;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;

/** The choice of the model that devices of an import get when they are created. */
@Named
@ViewScoped
public class ImportModelView implements Serializable {

    @Inject
    private ImportService imports;

    @Inject
    private ImportView view;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    private String chosen;

    public void save() {
        UUID model = chosen == null || chosen.isEmpty() ? null : ViewIds.parse(chosen);
        if (feedback.attempt(
                () -> view.changed(imports.choose(caller.get(), caller.tenantId(), view.importId(), model)))) {
            feedback.done("Devices of this import that join from now on get this data model.");
        }
    }

    /** The id of the model that is chosen; empty for the default of the device type. */
    public String getChosen() {
        UUID model = view.getDeviceImport().modelId();
        return model == null ? "" : model.toString();
    }

    public void setChosen(String chosen) {
        this.chosen = chosen;
    }
}
