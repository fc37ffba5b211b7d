package dev.muster.web.device;

import dev.muster.domain.device.Device;
import dev.muster.ejb.device.DeviceService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.ViewIds;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;

/** One device: who it is, and how it logs in. */
@Named
@ViewScoped
public class DeviceView implements Serializable {

    @Inject
    private DeviceService devices;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    private String id;

    private boolean live;

    private transient Device device;

    /** Reads the device again, and so everything that is shown of it. */
    public void refresh() {
        device = devices.get(caller.get(), caller.tenantId(), deviceId());
    }

    public String delete() {
        if (!feedback.attempt(() -> devices.delete(caller.get(), caller.tenantId(), deviceId()))) {
            return null;
        }
        feedback.done("The device is deleted. It may join again with a new proof, because it is still on the list.");
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

    public boolean isLive() {
        return live;
    }

    public void setLive(boolean live) {
        this.live = live;
    }
}
