package dev.muster.web.device;

import dev.muster.domain.device.CredentialStatus;
import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;

/** The status of a device at this moment. */
@Named
@ApplicationScoped
public class DeviceDisplay {

    @Inject
    private Clock clock;

    public DeviceStatus status(Device device) {
        return device.status(clock.instant());
    }

    public CredentialStatus credentialStatus(Device device) {
        return device.credentialStatus(clock.instant());
    }

    /** When the planned revocation of its certificate will invalidate the device; null if none is planned. */
    public Instant plannedEnd(Device device) {
        return status(device) == DeviceStatus.INVALIDATED ? null : device.invalidatedAt();
    }
}
