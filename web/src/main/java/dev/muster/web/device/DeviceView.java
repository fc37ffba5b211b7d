package dev.muster.web.device;

import dev.muster.domain.device.Device;
import dev.muster.domain.telemetry.TelemetryRecord;
import dev.muster.ejb.device.DeviceService;
import dev.muster.ejb.telemetry.LatestValue;
import dev.muster.ejb.telemetry.TelemetryService;
import dev.muster.ejb.telemetry.TelemetrySpan;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.ViewIds;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** One device: who it is, how it logs in, what it reports. */
@Named
@ViewScoped
public class DeviceView implements Serializable {

    private static final TelemetrySpan RECENT = TelemetrySpan.newest(20);

    @Inject
    private DeviceService devices;

    @Inject
    private TelemetryService telemetry;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    private String id;

    private boolean live;

    private transient Device device;

    private transient List<LatestValue> latest;

    private transient List<TelemetryRecord> history;

    /** Reads everything anew. */
    public void refresh() {
        device = devices.get(caller.get(), caller.tenantId(), deviceId());
        latest = telemetry.latest(caller.get(), caller.tenantId(), deviceId());
        history = telemetry
                .history(caller.get(), caller.tenantId(), deviceId(), RECENT)
                .messages();
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

    public List<LatestValue> getLatest() {
        getDevice();
        return latest;
    }

    public List<TelemetryRecord> getHistory() {
        getDevice();
        return history;
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
