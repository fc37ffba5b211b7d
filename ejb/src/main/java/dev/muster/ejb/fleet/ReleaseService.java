package dev.muster.ejb.fleet;

import dev.muster.domain.device.Device;
import dev.muster.domain.enrollment.Enrollment;
import dev.muster.domain.enrollment.allowlist.ReleaseReason;
import dev.muster.domain.manufacturer.IdentifierFault;
import dev.muster.domain.manufacturer.IdentifierRules;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.notice.Notice;
import dev.muster.domain.provisioning.IdentifierStanding;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.EnteredText;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.Role;
import dev.muster.domain.shared.event.EventKind;
import dev.muster.domain.transparency.Act;
import dev.muster.domain.transparency.LoggedAct;
import dev.muster.ejb.device.CertifiedDevices;
import dev.muster.ejb.device.DeviceRepository;
import dev.muster.ejb.enrollment.batch.EnrollmentRepository;
import dev.muster.ejb.notice.NoticeRepository;
import dev.muster.ejb.provisioning.ProvisioningRepository;
import dev.muster.ejb.shared.Store;
import dev.muster.ejb.shared.event.Audited;
import dev.muster.ejb.transparency.ActLog;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Shows a manufacturer one of its identifiers, and takes it off the allow-list if it was enrolled by mistake or in bad
 * faith. The manufacturer does not learn which organization enrolled it; that organization gets a notice. A release and
 * a proof for the same identifier both lock the enrollment, so the second one sees what the first one did.
 */
@Stateless
public class ReleaseService {

    @Inject
    private ActLog acts;

    @Inject
    private EnrollmentRepository enrollments;

    @Inject
    private ProvisioningRepository provisioning;

    @Inject
    private DeviceRepository devices;

    @Inject
    private CertifiedDevices certified;

    @Inject
    private NoticeRepository notices;

    @Inject
    private Store store;

    @Inject
    private Clock clock;

    /**
     * How far an identifier has come.
     *
     * @param identifier in any form that is the same identifier in the manufacturer's scheme
     * @throws ProblemException {@code invalid-identifier} if it breaks the scheme
     */
    public IdentifierStanding standing(Caller caller, UUID manufacturerId, String identifier) {
        caller.requireManufacturerReader(manufacturerId);
        String normalized = normalized(manufacturerId, identifier);
        String asked = EnteredText.trimmed(identifier);
        return enrollments
                .find(manufacturerId, normalized)
                .map(enrollment -> provisioning
                        .device(enrollment.id())
                        .map(device -> IdentifierStanding.of(asked, device, clock.instant()))
                        .orElseGet(() -> IdentifierStanding.of(asked, enrollment)))
                .orElseGet(() -> IdentifierStanding.notEnrolled(asked));
    }

    /**
     * Takes an identifier off the allow-list, so that its owner can enroll it, and notifies the organization that had
     * enrolled it. Peripherals that name it as their gateway stay, as they do if the gateway is deleted.
     *
     * @param withDevice whether its device is deleted, too, with credentials and telemetry; only an administrator may
     *     do that
     * @throws ProblemException {@code not-found} if the identifier is not enrolled
     * @throws ProblemException {@code conflict} if its device exists and {@code withDevice} is false
     * @throws ProblemException {@code forbidden} if {@code withDevice} is true and the caller is not an administrator
     * @throws ProblemException {@code invalid-identifier} if the identifier breaks the scheme
     */
    @Audited(EventKind.IDENTIFIER_RELEASED)
    public void release(
            Caller caller, UUID manufacturerId, String identifier, ReleaseReason reason, boolean withDevice) {
        caller.requireManufacturer(manufacturerId);
        String normalized = normalized(manufacturerId, identifier);
        if (withDevice) {
            caller.requireAdministrator();
        }
        Enrollment enrollment = enrollments.lock(manufacturerId, normalized).orElseThrow(ReleaseService::notEnrolled);
        Optional<Device> device = provisioning.device(enrollment.id());
        if (device.isPresent() && !withDevice) {
            throw provisioned(caller);
        }
        notices.add(Notice.ofRelease(enrollment, device.isPresent(), reason, caller, clock.instant()));
        device.ifPresent(certified::end);
        device.ifPresent(devices::remove);
        enrollments.remove(enrollment);
        acts.record(LoggedAct.of(Act.DEVICE_RELEASED, caller)
                .manufacturer(manufacturerId)
                .hashed("identifier", normalized));
        LoggedAct ofOwner = LoggedAct.of(Act.DEVICE_RELEASED)
                .by("manufacturer", manufacturerId)
                .organization(enrollment.organization().id())
                .hashed("identifier", normalized);
        device.ifPresent(gone -> ofOwner.object("device", gone.id()));
        acts.record(ofOwner);
    }

    private String normalized(UUID manufacturerId, String identifier) {
        IdentifierRules rules = store.get(Manufacturer.class, manufacturerId).identifierRules();
        Optional<IdentifierFault> fault = rules.checkWanted(identifier);
        if (fault.isPresent()) {
            throw new ProblemException(ProblemCode.INVALID_IDENTIFIER, rules.explain(fault.get(), identifier));
        }
        return rules.normalize(identifier);
    }

    private static ProblemException notEnrolled() {
        return new ProblemException(
                ProblemCode.NOT_FOUND, "No organization has enrolled this identifier; there is nothing to release.");
    }

    private static ProblemException provisioned(Caller caller) {
        return new ProblemException(
                ProblemCode.CONFLICT,
                caller.role() == Role.ADMINISTRATOR
                        ? "This identifier has a device. Release it together with the device, or do not release it."
                        : "This identifier has a device. Only an administrator of the platform can release it, together "
                                + "with the device; ask an administrator.");
    }
}
