package dev.muster.ejb.provisioning;

import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceType;
import dev.muster.domain.enrollment.Enrollment;
import dev.muster.domain.manufacturer.IdentifierRules;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.transparency.Act;
import dev.muster.domain.transparency.LoggedAct;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.ejb.device.DeviceRepository;
import dev.muster.ejb.device.FoundDevice;
import dev.muster.ejb.device.GatewayPeripherals;
import dev.muster.ejb.enrollment.batch.EnrollmentRepository;
import dev.muster.ejb.provisioning.credential.NewCredential;
import dev.muster.ejb.shared.DatabaseTime;
import dev.muster.ejb.shared.Store;
import dev.muster.ejb.transparency.ActLog;
import dev.muster.ejb.trust.CertificateRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Creates the peripherals that an import has put behind a gateway. The first message that a gateway sends for a
 * peripheral creates it: the gateway has proved itself, and the certificate that proved the gateway also vouches for
 * the peripheral. Nobody learns the peripheral's token. The peripheral has proved nothing, so it does not count towards
 * the certificate's limit of devices.
 */
@ApplicationScoped
public class PeripheralProvisioning implements GatewayPeripherals {

    @Inject
    private ActLog acts;

    @Inject
    private Store store;

    @Inject
    private EnrollmentRepository enrollments;

    @Inject
    private ProvisioningRepository provisioning;

    @Inject
    private CertificateRepository certificates;

    @Inject
    private DeviceRepository devices;

    @Inject
    private DeviceFactory factory;

    @Inject
    private PlannedEnds plans;

    @Inject
    private DeviceQuota quota;

    @Inject
    private DatabaseTime time;

    @Inject
    private SecureRandom random;

    @Override
    public Optional<Device> find(UUID gateway, String uniqueIdentifier) {
        return store.find(Device.class, gateway)
                .filter(device -> device.type() == DeviceType.GATEWAY)
                .flatMap(device -> find(device, uniqueIdentifier));
    }

    private Optional<Device> find(Device gateway, String uniqueIdentifier) {
        return store.find(Enrollment.class, gateway.enrollmentId())
                .flatMap(enrolled -> behind(enrolled, uniqueIdentifier))
                .flatMap(peripheral -> reporting(gateway, peripheral));
    }

    private Optional<Enrollment> behind(Enrollment gateway, String uniqueIdentifier) {
        IdentifierRules rules = gateway.manufacturer().identifierRules();
        if (rules.checkWanted(uniqueIdentifier).isPresent()) {
            return Optional.empty();
        }
        return enrollments
                .find(gateway.manufacturer().id(), rules.normalize(uniqueIdentifier))
                .filter(peripheral -> peripheral.deviceType() == DeviceType.PERIPHERAL)
                .filter(peripheral -> gateway.normalizedIdentifier().equals(peripheral.parentIdentifier()))
                .filter(peripheral -> gateway.organization()
                        .id()
                        .equals(peripheral.organization().id()));
    }

    private Optional<Device> reporting(Device gateway, Enrollment peripheral) {
        FoundDevice found = existing(peripheral).orElseGet(() -> join(gateway, peripheral));
        if (found.isInvalidated() || found.device().isSuspended()) {
            return Optional.empty();
        }
        if (found.device().isUseToBeNoted(found.at())) {
            devices.markUsed(found.device(), found.at());
        }
        return Optional.of(found.device());
    }

    private Optional<FoundDevice> existing(Enrollment peripheral) {
        return provisioning.find(peripheral.manufacturer().id(), peripheral.normalizedIdentifier());
    }

    /**
     * Locks in the same order as {@link DeviceCreation}: of several first messages at once, one creates the peripheral.
     * Locks the gateway's enrollment first, so that two bodies that name several peripherals do not deadlock.
     */
    private FoundDevice join(Device gateway, Enrollment peripheral) {
        ManufacturerCertificate certificate = store.get(ManufacturerCertificate.class, gateway.certificateId());
        certificates.lock(certificate);
        enrollments.lock(gateway.enrollmentId());
        enrollments.lock(peripheral.id());
        return existing(peripheral).orElseGet(() -> {
            requireRoom(peripheral);
            return create(gateway, peripheral, certificate);
        });
    }

    private void requireRoom(Enrollment peripheral) {
        if (!quota.admits(peripheral.organization().id())) {
            throw new ProblemException(ProblemCode.BUDGET_EXHAUSTED, DeviceCreation.ORGANIZATION_IS_FULL);
        }
    }

    private FoundDevice create(Device gateway, Enrollment peripheral, ManufacturerCertificate certificate) {
        Instant now = time.now();
        Device device = factory.create(
                peripheral, certificate.id(), NewCredential.make(random).stored(), now);
        plans.apply(device, certificate, now);
        store.entityManager().flush();
        acts.record(LoggedAct.of(Act.DEVICE_CREATED)
                .by("device", gateway.id())
                .organization(device.organization().id())
                .object("device", device.id()));
        return new FoundDevice(device, now);
    }
}
