package dev.muster.ejb.fleet;

import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceStatus;
import dev.muster.domain.enrollment.Enrollment;
import dev.muster.domain.provisioning.ProvisioningOutcome;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.event.EventKind;
import dev.muster.domain.transparency.Act;
import dev.muster.domain.transparency.LoggedAct;
import dev.muster.domain.trust.issue.RevocationReason;
import dev.muster.ejb.enrollment.batch.EnrollmentRepository;
import dev.muster.ejb.enrollment.batch.ImportRepository;
import dev.muster.ejb.provisioning.ProvisioningRepository;
import dev.muster.ejb.provisioning.credential.DeviceCertificateIssuance;
import dev.muster.ejb.provisioning.credential.DeviceLocks;
import dev.muster.ejb.provisioning.credential.NewCredential;
import dev.muster.ejb.provisioning.credential.RotatedEnrollment;
import dev.muster.ejb.provisioning.credential.RotationOutcome;
import dev.muster.ejb.shared.DatabaseTime;
import dev.muster.ejb.shared.event.Audited;
import dev.muster.ejb.transparency.ActLog;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Rotates, suspends and resumes the credentials of an organization's devices. */
@Stateless
public class CredentialService {

    /** How many enrollments are locked at once. A device that wants to prove itself waits meanwhile. */
    public static final int PART = 200;

    @Inject
    private ActLog acts;

    @Inject
    private DeviceLocks locks;

    @Inject
    private ProvisioningRepository provisioning;

    @Inject
    private ImportRepository imports;

    @Inject
    private EnrollmentRepository enrollments;

    @Inject
    private DeviceCertificateIssuance certificates;

    @Inject
    private DatabaseTime time;

    @Inject
    private SecureRandom random;

    /**
     * Gives the device new credentials, which only the caller learns. The old ones, certificates included, are invalid
     * at once.
     *
     * @throws ProblemException {@code not-found}
     * @throws ProblemException {@code conflict} if the device is invalidated: new credentials would be invalid, too
     */
    @Audited(EventKind.CREDENTIALS_ROTATED)
    public ProvisioningOutcome.Credentials rotate(Caller caller, UUID organizationId, UUID deviceId) {
        caller.requireOrganization(organizationId);
        Device device = locks.lock(organizationId, deviceId);
        Instant now = time.now();
        if (device.status(now) == DeviceStatus.INVALIDATED) {
            throw new ProblemException(
                    ProblemCode.CONFLICT,
                    "The certificate that proved this device was revoked; new credentials would not be valid. Provision"
                            + " the device with another certificate.");
        }
        return rotate(caller, device, now);
    }

    /**
     * Gives new credentials to the devices of a part of an import: to all of them, or to none if something fails. The
     * same part always has the same devices.
     *
     * @param request which part, in the order in which the import was enrolled
     * @return the outcome for each entry of that part
     * @throws ProblemException {@code not-found}
     */
    @Audited(EventKind.CREDENTIALS_ROTATED)
    public Page<RotatedEnrollment> rotateAll(Caller caller, UUID organizationId, UUID importId, PageRequest request) {
        caller.requireOrganization(organizationId);
        Page<Enrollment> part =
                enrollments.lockPage(imports.get(organizationId, importId).id(), request);
        Instant now = time.now();
        return part.map(enrollment -> rotate(caller, enrollment, now));
    }

    /**
     * Like {@link #rotateAll}, part by part. A part has {@value #PART} entries; the last one has fewer or none.
     *
     * @param after number of the last entry of the previous part; 0 for the first part
     */
    @Audited(EventKind.CREDENTIALS_ROTATED)
    public List<RotatedEnrollment> rotateNext(Caller caller, UUID organizationId, UUID importId, long after) {
        caller.requireOrganization(organizationId);
        UUID batch = imports.get(organizationId, importId).id();
        Instant now = time.now();
        return enrollments.lockAfter(batch, after, PART).stream()
                .map(enrollment -> rotate(caller, enrollment, now))
                .toList();
    }

    /** How many devices of an import would get new credentials. */
    public long rotatable(Caller caller, UUID organizationId, UUID importId) {
        caller.requireOrganizationReader(organizationId);
        return provisioning.countingDevices(
                imports.get(organizationId, importId).id(), time.now());
    }

    private RotatedEnrollment rotate(Caller caller, Enrollment enrollment, Instant now) {
        Device device = provisioning.lock(enrollment.id()).orElse(null);
        if (device == null) {
            return new RotatedEnrollment(enrollment, RotationOutcome.NOT_PROVISIONED, null);
        }
        return device.status(now) == DeviceStatus.INVALIDATED
                ? new RotatedEnrollment(enrollment, RotationOutcome.DEVICE_INVALIDATED, null)
                : new RotatedEnrollment(enrollment, RotationOutcome.ROTATED, rotate(caller, device, now));
    }

    private ProvisioningOutcome.Credentials rotate(Caller caller, Device device, Instant now) {
        NewCredential credential = NewCredential.make(random);
        certificates.end(device, RevocationReason.SUPERSEDED, now);
        device.rotate(credential.stored(), now);
        record(Act.DEVICE_ROTATED, caller, device);
        return credential.of(device);
    }

    private void record(Act act, Caller caller, Device device) {
        acts.record(LoggedAct.of(act, caller)
                .organization(device.organization().id())
                .object("device", device.id()));
    }

    /**
     * Suspends the device's credentials, and those that it may get, until they are resumed.
     *
     * @throws ProblemException {@code not-found}
     */
    @Audited(EventKind.CREDENTIALS_SUSPENDED)
    public Device suspend(Caller caller, UUID organizationId, UUID deviceId) {
        caller.requireOrganization(organizationId);
        Device device = locks.lock(organizationId, deviceId);
        device.suspend(time.now());
        record(Act.DEVICE_SUSPENDED, caller, device);
        return device;
    }

    /**
     * Ends the suspension. The device's credentials are valid again.
     *
     * @throws ProblemException {@code not-found}
     */
    @Audited(EventKind.CREDENTIALS_RESUMED)
    public Device resume(Caller caller, UUID organizationId, UUID deviceId) {
        caller.requireOrganization(organizationId);
        Device device = locks.lock(organizationId, deviceId);
        device.resume();
        record(Act.DEVICE_RESUMED, caller, device);
        return device;
    }
}
