package dev.muster.web.fleet;

import dev.muster.domain.device.DeviceState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** The states of devices, to choose from. */
@Named
@ApplicationScoped
public class DeviceStates {

    public DeviceState[] getAll() {
        return DeviceState.values();
    }
}
