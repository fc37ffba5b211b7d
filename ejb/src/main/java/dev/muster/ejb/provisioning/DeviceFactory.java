package dev.muster.ejb.provisioning;

import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceCredential;
import dev.muster.domain.device.DeviceIdentity;
import dev.muster.domain.enrollment.Enrollment;
import dev.muster.ejb.device.DeviceModelRepository;
import dev.muster.ejb.enrollment.batch.EnrollmentRepository;
import dev.muster.ejb.tally.FleetTally;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Makes the device of an enrollment, with its model, and counts it. The caller has locked the enrollment. */
@ApplicationScoped
public class DeviceFactory {

    @Inject
    private ProvisioningRepository provisioning;

    @Inject
    private DeviceModelRepository models;

    @Inject
    private FleetTally tally;

    @Inject
    private JoiningDevices joining;

    Device create(Enrollment enrollment, UUID certificateId, DeviceCredential credential, Instant now) {
        DeviceIdentity identity = new DeviceIdentity(
                enrollment.id(), enrollment.uniqueIdentifier(), enrollment.deviceName(), enrollment.deviceType());
        Device device = new Device(enrollment.organization(), identity, certificateId, credential, now);
        ProvisioningRepository.Defaults defaults = provisioning.defaults(enrollment);
        Optional.ofNullable(defaults.modelId()).filter(models::lockForDevice).ifPresent(device::createdAs);
        provisioning.add(device);
        Optional.ofNullable(defaults.applicationId())
                .ifPresent(application -> joining.joined(device.id(), application, now));
        tally.joined(EnrollmentRepository.place(enrollment), certificateId, now);
        return device;
    }
}
