package dev.muster.web.device;

import dev.muster.ejb.device.DeviceModelService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.ViewIds;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;

/** The choice of the model of one device. */
@Named
@ViewScoped
public class DeviceModelView implements Serializable {

    @Inject
    private DeviceModelService models;

    @Inject
    private DeviceView device;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    private String chosen;

    public void save() {
        UUID model = chosen == null || chosen.isEmpty() ? null : ViewIds.parse(chosen);
        UUID deviceId = device.getDevice().id();
        if (feedback.attempt(() -> models.assign(caller.get(), caller.tenantId(), deviceId, model))) {
            feedback.done("The model applies to what the device sends from now on.");
        }
        device.refresh();
    }

    /** The id of the model that the device has, until another is chosen; empty for none. */
    public String getChosen() {
        UUID has = device.getDevice().modelId();
        return has == null ? "" : has.toString();
    }

    public void setChosen(String chosen) {
        this.chosen = chosen;
    }
}
