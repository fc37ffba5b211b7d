package dev.muster.web.device;

import dev.muster.domain.device.Device;
import dev.muster.ejb.device.DeviceService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.PagedModel;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The organization's devices. */
@Named
@ViewScoped
public class DevicesView implements Serializable {

    @Inject
    private DeviceService devices;

    @Inject
    private CurrentCaller caller;

    private final PagedModel<Device> list =
            new PagedModel<>(request -> devices.list(caller.get(), caller.tenantId(), request));

    public PagedModel<Device> getList() {
        return list;
    }
}
