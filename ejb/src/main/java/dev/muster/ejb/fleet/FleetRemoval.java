package dev.muster.ejb.fleet;

import dev.muster.domain.device.Device;
import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.trust.issue.RevocationReason;
import dev.muster.ejb.enrollment.batch.ImportRepository;
import dev.muster.ejb.organization.Belonging;
import dev.muster.ejb.organization.OrganizationData;
import dev.muster.ejb.provisioning.credential.DeviceCertificateIssuance;
import dev.muster.ejb.shared.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The devices, enrollments, imports, data models, notices and numbers of an organization. The devices go first, because the
 * others are referred to by them; their certificates are revoked.
 */
@ApplicationScoped
public class FleetRemoval implements OrganizationData {

    /** A device may have much telemetry, which goes with it. */
    private static final int DEVICES = 200;

    private static final int ENROLLMENTS = 2_000;

    @Inject
    private FleetRemovalRepository fleet;

    @Inject
    private ImportRepository imports;

    @Inject
    private DeviceCertificateIssuance certificates;

    @Inject
    private DatabaseTime time;

    /** Leaves no import at work: its server would enroll devices of an organization that is gone. */
    @Override
    public void begin(UUID organizationId, Instant now) {
        if (fleet.isAtWork(organizationId)) {
            throw new ProblemException(
                    ProblemCode.CONFLICT,
                    "The server is still at work on an import of this organization. Wait until it has finished, and"
                            + " delete the organization then.");
        }
        fleet.leaveLists(organizationId);
    }

    @Override
    public boolean removeSome(UUID organizationId) {
        return removeDevices(organizationId)
                || fleet.removeEnrollments(organizationId, ENROLLMENTS) > 0
                || removeImport(organizationId)
                || fleet.removeRest(organizationId) > 0;
    }

    private boolean removeDevices(UUID organizationId) {
        List<Device> devices = fleet.lockDevices(organizationId, DEVICES);
        if (devices.isEmpty()) {
            return false;
        }
        Instant now = time.now();
        devices.forEach(device -> certificates.end(device, RevocationReason.CESSATION_OF_OPERATION, now));
        fleet.removeDevices(devices.stream().map(Device::id).toList());
        return true;
    }

    private boolean removeImport(UUID organizationId) {
        Optional<DeviceImport> next = fleet.anyImport(organizationId);
        next.ifPresent(imports::remove);
        return next.isPresent();
    }

    @Override
    public Map<Belonging, Long> belongings(UUID organizationId) {
        return fleet.belongings(organizationId);
    }

    @Override
    public long left(UUID organizationId) {
        return fleet.count(organizationId);
    }
}
