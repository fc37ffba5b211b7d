package dev.muster.ejb.fleet.story;

import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceStatus;
import dev.muster.domain.enrollment.Enrollment;
import dev.muster.domain.provisioning.ApprovalRequest;
import dev.muster.domain.provisioning.attempt.AttemptFilter;
import dev.muster.domain.provisioning.attempt.ProvisioningAttempt;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.ejb.device.DeviceRepository;
import dev.muster.ejb.device.SilentAfter;
import dev.muster.ejb.enrollment.batch.EnrollmentRepository;
import dev.muster.ejb.fleet.DeviceSearchRepository;
import dev.muster.ejb.provisioning.approval.ApprovalRepository;
import dev.muster.ejb.provisioning.attempt.AttemptRepository;
import dev.muster.ejb.shared.CurrentScope;
import dev.muster.ejb.shared.DatabaseTime;
import dev.muster.ejb.transparency.LogService;
import dev.muster.ejb.trust.CertificateRepository;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Tells an organization where one of its devices comes from, and what has happened to it. */
@Stateless
public class DeviceStoryService {

    private static final PageRequest NEWEST = new PageRequest(0, DeviceStory.MOST_ATTEMPTS);

    @Inject
    private DeviceRepository devices;

    @Inject
    private DeviceSearchRepository search;

    @Inject
    private EnrollmentRepository enrollments;

    @Inject
    private ImportRowRepository rows;

    @Inject
    private CertificateRepository certificates;

    @Inject
    private ApprovalRepository approvals;

    @Inject
    private AttemptRepository attempts;

    @Inject
    private LogService log;

    @Inject
    private SilentAfter silence;

    @Inject
    private DatabaseTime time;

    /** @throws ProblemException {@code not-found} */
    public DeviceStory get(Caller caller, UUID organizationId, UUID deviceId) {
        caller.requireOrganizationReader(organizationId);
        Device device = devices.get(organizationId, deviceId);
        Enrollment enrollment = enrollments.get(organizationId, device.enrollmentId());
        ApprovalRequest approval = approvals.ofDevice(deviceId).orElse(null);
        Instant now = time.now();
        boolean isSilent = device.status(now) != DeviceStatus.INVALIDATED
                && device.lastSignAt().isBefore(silence.limit(now));
        DeviceEvents events = new DeviceEvents()
                .imported(enrollment)
                .acts(log.ofDevice(caller, organizationId, deviceId, DeviceStory.MOST_ATTEMPTS))
                .attempts(attempts(enrollment))
                .state(device, now)
                .approval(approval);
        return new DeviceStory(origin(device, enrollment), isSilent, approval, events.newestFirst());
    }

    private DeviceOrigin origin(Device device, Enrollment enrollment) {
        UUID organizationId = device.organization().id();
        UUID certificateId = device.certificateId();
        // The certificate is the manufacturer's, whose rows the organization does not see
        ManufacturerCertificate certificate = Objects.requireNonNull(CurrentScope.ofPlatform(
                () -> certificates.byId(Set.of(certificateId)).get(certificateId)));
        return new DeviceOrigin(
                Objects.requireNonNull(
                        search.sources(organizationId, List.of(enrollment.id())).get(enrollment.id())),
                rows.number(enrollment),
                enrollment.createdAt(),
                certificate.name(),
                certificate.revokedAt(),
                certificate.revocationReason());
    }

    private List<ProvisioningAttempt> attempts(Enrollment enrollment) {
        AttemptFilter filter =
                new AttemptFilter(null, enrollment.uniqueIdentifier(), null, null, null, null, null, null);
        UUID manufacturerId = enrollment.manufacturer().id();
        return attempts.ofOrganization(enrollment.organization().id(), filter, NEWEST).items().stream()
                .filter(attempt -> manufacturerId.equals(attempt.manufacturerId()))
                .toList();
    }
}
