package dev.muster.web.telemetry;

import dev.muster.domain.device.Device;
import dev.muster.domain.telemetry.TelemetryRecord;
import dev.muster.ejb.telemetry.TelemetryPage;
import dev.muster.ejb.telemetry.TelemetryPosition;
import dev.muster.ejb.telemetry.TelemetryService;
import dev.muster.ejb.telemetry.TelemetrySpan;
import dev.muster.web.device.DeviceView;
import dev.muster.web.security.CurrentCaller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The messages of the device whose page is open, newest first, a page at a time. */
@Named
@ViewScoped
public class MessagesView implements Serializable {

    private static final int ROWS = 20;

    @Inject
    private DeviceView view;

    @Inject
    private TelemetryService telemetry;

    @Inject
    private CurrentCaller caller;

    /** The last message of the page before, as text; null for the newest messages. */
    private String before;

    private transient Device shown;

    private transient TelemetryPage page;

    /** Goes on to older messages, if there are any. */
    public void older() {
        page().last().ifPresent(last -> turn(last.toString()));
    }

    /** Shows the newest messages again. */
    public void newest() {
        turn(null);
    }

    private void turn(String position) {
        before = position;
        page = null;
    }

    public List<TelemetryRecord> getList() {
        return page().messages();
    }

    public boolean isOldest() {
        return page().last().isEmpty();
    }

    public boolean isNewest() {
        return before == null;
    }

    /** Reads the messages again if the device was read again. */
    private TelemetryPage page() {
        Device device = view.getDevice();
        if (page == null || shown != device) {
            TelemetryPosition position = before == null ? null : TelemetryPosition.parse(before);
            page = telemetry.history(
                    caller.get(),
                    caller.tenantId(),
                    device.id(),
                    new TelemetrySpan(0, Long.MAX_VALUE, null, ROWS, position));
            shown = device;
        }
        return page;
    }
}
