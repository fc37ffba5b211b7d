package dev.muster.ejb.fleet;

import dev.muster.domain.device.Device;
import dev.muster.domain.enrollment.Enrollment;
import dev.muster.domain.enrollment.allowlist.ReleaseNotice;
import dev.muster.domain.enrollment.allowlist.ReleaseReason;
import dev.muster.domain.manufacturer.IdentifierFault;
import dev.muster.domain.manufacturer.IdentifierRules;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.provisioning.IdentifierStanding;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.EnteredText;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.Role;
import dev.muster.ejb.device.CertifiedDevices;
import dev.muster.ejb.device.DeviceRepository;
import dev.muster.ejb.enrollment.allowlist.NoticeRepository;
import dev.muster.ejb.enrollment.batch.EnrollmentRepository;
import dev.muster.ejb.provisioning.ProvisioningRepository;
import dev.muster.ejb.shared.Store;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * A manufacturer's look at one of its identifiers, and taking it off the allow-list where it was enrolled by mistake or in
 * bad faith. Who held it is not told to the manufacturer; the holder is told by a notice. A release and a proof for the
 * same identifier come one after the other, by the lock on the enrollment: whoever comes second sees what the first did.
 */
@Stateless
public class ReleaseService {

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
     * @param identifier in any form that the manufacturer's scheme takes for the same
     * @throws ProblemException {@code invalid-identifier} where it breaks the scheme
     */
    public IdentifierStanding standing(Caller caller, UUID manufacturerId, String identifier) {
        String normalized = normalized(caller, manufacturerId, identifier);
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
     * Takes an identifier off the allow-list, so that it can be enrolled again by whom it belongs to, and tells the
     * organization that held it. Peripherals that name it as their gateway stay, as they do when it is deleted.
     *
     * @param withDevice whether a device that has come of it goes, too, with its credentials and telemetry; an
     *     administrator's right alone
     * @throws ProblemException {@code not-found} where it is not enrolled
     * @throws ProblemException {@code conflict} where its device exists and is not to go
     * @throws ProblemException {@code forbidden} where the device is to go and the caller is no administrator
     * @throws ProblemException {@code invalid-identifier} where it breaks the scheme
     */
    public void release(
            Caller caller, UUID manufacturerId, String identifier, ReleaseReason reason, boolean withDevice) {
        String normalized = normalized(caller, manufacturerId, identifier);
        if (withDevice) {
            caller.requireAdministrator();
        }
        Enrollment enrollment = enrollments.lock(manufacturerId, normalized).orElseThrow(ReleaseService::notEnrolled);
        Optional<Device> device = provisioning.device(enrollment.id());
        if (device.isPresent() && !withDevice) {
            throw provisioned(caller);
        }
        notices.add(new ReleaseNotice(enrollment, device.isPresent(), reason, caller, clock.instant()));
        device.ifPresent(certified::end);
        device.ifPresent(devices::remove);
        enrollments.remove(enrollment);
    }

    private String normalized(Caller caller, UUID manufacturerId, String identifier) {
        caller.requireManufacturer(manufacturerId);
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
                        ? "The device of this identifier exists. Release it with its device, or not at all."
                        : "The device of this identifier exists. Only an administrator of the platform can release it "
                                + "now, with its device; ask one.");
    }
}
