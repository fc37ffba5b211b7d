package dev.muster.ejb.applications;

import dev.muster.domain.device.Device;
import dev.muster.domain.enrollment.Enrollment;
import dev.muster.ejb.provisioning.JoiningDevices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Adds new devices to the application that their import names. */
@ApplicationScoped
class ImportedDevices implements JoiningDevices {

    @Inject
    private ApplicationDeviceRepository devices;

    @Override
    public void joined(Device device, Enrollment enrollment, Instant now) {
        devices.join(device.id(), enrollment.batchId(), now);
    }
}
