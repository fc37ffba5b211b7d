package dev.muster.web.device;

import dev.muster.domain.device.Device;
import dev.muster.ejb.device.DeviceModelService;
import dev.muster.ejb.device.DeviceService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.ViewIds;
import dev.muster.web.shared.text.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;

/** One device, and the choice of its data model. */
@Named
@ViewScoped
public class DeviceView implements Serializable {

    @Inject
    private DeviceService devices;

    @Inject
    private DeviceModelService models;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Texts texts;

    @Inject
    private Feedback feedback;

    private String id;

    private String model;

    private boolean live;

    private transient Device device;

    /** Reads the device again; the other views of the page follow. */
    public void refresh() {
        device = devices.get(caller.get(), caller.tenantId(), deviceId());
    }

    public void saveModel() {
        UUID chosen = ViewIds.chosen(model);
        if (feedback.attempt(() -> models.assign(caller.get(), caller.tenantId(), deviceId(), chosen))) {
            feedback.done(texts.of("device.modelApplies"));
        }
        refresh();
    }

    public String delete() {
        if (!feedback.attempt(() -> devices.delete(caller.get(), caller.tenantId(), deviceId()))) {
            return null;
        }
        feedback.done(texts.of("device.deviceDeleted"));
        feedback.keep();
        return "/organization/devices?faces-redirect=true";
    }

    public Device getDevice() {
        if (device == null) {
            refresh();
        }
        return device;
    }

    private UUID deviceId() {
        return ViewIds.parse(id);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    /** The id of the device's data model; empty if it has none. */
    public String getModel() {
        return ViewIds.value(getDevice().modelId());
    }

    public void setModel(String model) {
        this.model = model;
    }

    /** Whether the page refreshes itself. */
    public boolean isLive() {
        return live;
    }

    public void setLive(boolean live) {
        this.live = live;
    }
}
