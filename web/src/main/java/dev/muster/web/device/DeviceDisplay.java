package dev.muster.web.device;

import dev.muster.domain.device.CredentialStatus;
import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;

/** What a device is at the moment when a page is made. */
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

    /** When the planned revocation of its certificate invalidates it; {@code null} where none is planned. */
    public Instant plannedEnd(Device device) {
        return status(device) == DeviceStatus.INVALIDATED ? null : device.invalidatedAt();
    }
}
