package dev.muster.web.fleet;

import dev.muster.domain.device.DeviceType;
import dev.muster.ejb.fleet.EnrolledDevice;
import dev.muster.ejb.fleet.GatewayService;
import dev.muster.web.device.DeviceView;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.PagedModel;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;

/** The gateway of the device whose page is open, or the peripherals behind it. */
@Named
@ViewScoped
public class GatewayView implements Serializable {

    @Inject
    private GatewayService gateways;

    @Inject
    private DeviceView shown;

    @Inject
    private CurrentCaller caller;

    private final PagedModel<EnrolledDevice> peripherals = new PagedModel<>(
            request -> gateways.peripherals(caller.get(), caller.tenantId(), deviceId(), null, request));

    private transient EnrolledDevice gateway;

    public boolean isOne() {
        return shown.getDevice().type() == DeviceType.GATEWAY;
    }

    /** Null if the device sends its telemetry itself. */
    public EnrolledDevice getGateway() {
        if (shown.getDevice().type() == DeviceType.PERIPHERAL && gateway == null) {
            gateway = gateways.gatewayOf(caller.get(), caller.tenantId(), deviceId())
                    .orElse(null);
        }
        return gateway;
    }

    public PagedModel<EnrolledDevice> getPeripherals() {
        return peripherals;
    }

    private UUID deviceId() {
        return shown.getDevice().id();
    }
}
