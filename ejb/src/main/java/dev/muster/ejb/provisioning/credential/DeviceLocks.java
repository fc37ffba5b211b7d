package dev.muster.ejb.provisioning.credential;

import dev.muster.domain.device.Device;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.device.DeviceRepository;
import dev.muster.ejb.enrollment.batch.EnrollmentRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Locks devices that a manager changes. A manager's change and a proof for the same device wait for each other: both
 * lock the enrollment first and then the device. Several devices are locked in the order of their enrollments.
 */
@ApplicationScoped
public class DeviceLocks {

    @Inject
    private DeviceRepository devices;

    @Inject
    private EnrollmentRepository enrollments;

    /** @throws ProblemException {@code not-found} */
    public Device lock(UUID organizationId, UUID deviceId) {
        return lock(devices.get(organizationId, deviceId)).orElseThrow(ProblemException::notFound);
    }

    /** Locks the organization's devices with these ids. Returns them by id; other ids are ignored. */
    public Map<UUID, Device> lock(UUID organizationId, Collection<UUID> deviceIds) {
        Map<UUID, Device> locked = new HashMap<>();
        devices.named(organizationId, deviceIds).stream()
                .sorted(Comparator.comparing(Device::enrollmentId))
                .forEach(device -> lock(device).ifPresent(now -> locked.put(now.id(), now)));
        return locked;
    }

    private Optional<Device> lock(Device device) {
        return enrollments.lock(device.enrollmentId()).flatMap(enrollment -> devices.lock(device.id()));
    }
}
