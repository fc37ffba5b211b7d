package dev.muster.web.device;

import dev.muster.domain.device.session.SessionState;
import dev.muster.ejb.device.DeviceService;
import dev.muster.web.security.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** Whether the device whose page is open is connected. */
@Named
@RequestScoped
public class DeviceSessionView {

    @Inject
    private DeviceService devices;

    @Inject
    private DeviceView shown;

    @Inject
    private CurrentCaller caller;

    private Optional<SessionState> state;

    /** Whether only a broker outside knows which devices are connected. */
    public boolean isBrokerOutside() {
        return devices.isBrokerOutside(caller.get(), caller.tenantId());
    }

    /** Null if the device has never connected. Read when the page is drawn. */
    public SessionState getState() {
        if (state == null) {
            state = devices.session(
                    caller.get(), caller.tenantId(), shown.getDevice().id());
        }
        return state.orElse(null);
    }
}
