package dev.muster.ejb.applications;

import dev.muster.ejb.provisioning.JoiningDevices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** Adds new devices to the application that their import names. */
@ApplicationScoped
class ImportedDevices implements JoiningDevices {

    @Inject
    private ApplicationDeviceRepository devices;

    @Override
    public void joined(UUID deviceId, UUID applicationId, Instant now) {
        devices.join(deviceId, applicationId, now);
    }
}
