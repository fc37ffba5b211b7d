package dev.muster.web.fleet;

import dev.muster.domain.device.DeviceState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** What the states of devices are called on pages. */
@Named
@ApplicationScoped
public class DeviceStates {

    public DeviceState[] getAll() {
        return DeviceState.values();
    }

    /** For expressions of pages. */
    public String title(DeviceState state) {
        return word(state);
    }

    static String word(DeviceState state) {
        return switch (state) {
            case JOINED -> "Joined and valid";
            case REPORTING -> "Reporting";
            case SILENT -> "Silent";
            case UNHEARD -> "Never heard";
            case EXPIRING -> "Certificate expires soon";
            case SUSPENDED -> "Suspended";
            case INVALIDATED -> "Invalidated";
        };
    }
}
