package dev.muster.ejb.fleet;

import dev.muster.domain.device.Device;
import dev.muster.domain.enrollment.Enrollment;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.device.DeviceService;
import dev.muster.ejb.enrollment.batch.EnrollmentRepository;
import dev.muster.ejb.shared.SearchText;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gateways and the peripherals behind them, as they were imported. */
@Stateless
public class GatewayService {

    @Inject
    private DeviceService devices;

    @Inject
    private EnrollmentRepository enrollments;

    @Inject
    private GatewayRepository gateways;

    /**
     * The peripherals behind a device, also those that are not provisioned; none if the device is not a gateway.
     *
     * @param search a part of the identifier or the name; null or blank finds all
     * @throws ProblemException {@code not-found}
     */
    public Page<EnrolledDevice> peripherals(
            Caller caller, UUID organizationId, UUID deviceId, @Nullable String search, PageRequest request) {
        return gateways.peripherals(enrollment(caller, organizationId, deviceId), new SearchText(search), request);
    }

    /**
     * The gateway that a device reports through; empty if the device reports by itself.
     *
     * @throws ProblemException {@code not-found}
     */
    public Optional<EnrolledDevice> gatewayOf(Caller caller, UUID organizationId, UUID deviceId) {
        Enrollment enrollment = enrollment(caller, organizationId, deviceId);
        return enrollment.parentIdentifier() == null ? Optional.empty() : gateways.gateway(enrollment);
    }

    private Enrollment enrollment(Caller caller, UUID organizationId, UUID deviceId) {
        Device device = devices.get(caller, organizationId, deviceId);
        return enrollments.get(organizationId, device.enrollmentId());
    }
}
