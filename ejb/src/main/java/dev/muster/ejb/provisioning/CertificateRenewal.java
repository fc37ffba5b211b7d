package dev.muster.ejb.provisioning;

import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceStatus;
import dev.muster.domain.provisioning.ProvisioningOutcome;
import dev.muster.domain.provisioning.proof.DeviceCsr;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.transparency.Act;
import dev.muster.domain.transparency.LoggedAct;
import dev.muster.domain.trust.CredentialCertificate;
import dev.muster.domain.trust.RenewalLimit;
import dev.muster.ejb.device.DeviceRepository;
import dev.muster.ejb.provisioning.credential.DeviceCertificateIssuance;
import dev.muster.ejb.provisioning.credential.DeviceLocks;
import dev.muster.ejb.provisioning.credential.Peer;
import dev.muster.ejb.provisioning.credential.WantedCertificate;
import dev.muster.ejb.shared.DatabaseTime;
import dev.muster.ejb.transparency.ActLog;
import dev.muster.ejb.trust.CredentialCertificateRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Issues another certificate to a device that shows its present one. This is not a proof by the manufacturer, so the
 * policy for second proofs does not apply. The shown certificate is valid until the new one is first used, so that a
 * lost answer does no harm: the next renewal revokes the certificate that was lost. So a device never has more than two,
 * and it may renew only as often as {@link RenewalLimit} says.
 */
@ApplicationScoped
public class CertificateRenewal {

    @Inject
    private ActLog acts;

    @Inject
    private DeviceLocks locks;

    @Inject
    private DeviceRepository devices;

    @Inject
    private CredentialCertificateRepository certificates;

    @Inject
    private DeviceCertificateIssuance deviceCertificates;

    @Inject
    private RefusalChecks refusals;

    @Inject
    private DatabaseTime time;

    /** @param csr {@code null} if the device requests no certificate: then the answer is {@code already-provisioned} */
    JudgedAttempt renew(UUID attemptId, Peer.Holder holder, @Nullable DeviceCsr csr) {
        Optional<WantedCertificate> wanted = WantedCertificate.of(csr);
        UUID organizationId =
                Objects.requireNonNull(holder.certificate().issuer().organizationId());
        Optional<Device> device = lock(holder.certificate(), organizationId);
        Instant now = time.now();
        ProvisioningOutcome outcome = refusal(device, wanted, now)
                .map(code -> new ProvisioningOutcome.Refused(attemptId, code, null))
                .or(() -> tooSoon(attemptId, device.orElseThrow(), now))
                .<ProvisioningOutcome>map(refused -> refused)
                .orElseGet(() -> succeed(
                        attemptId,
                        holder,
                        device.orElseThrow(),
                        wanted.flatMap(WantedCertificate::key).orElseThrow(),
                        now));
        return new JudgedAttempt(outcome, organizationId);
    }

    /** Locks the device and reads it and the certificate again; empty if the certificate is revoked. */
    private Optional<Device> lock(CredentialCertificate certificate, UUID organizationId) {
        if (certificate.isRevoked()) {
            return Optional.empty();
        }
        UUID deviceId = certificate.deviceId();
        Device device = locks.lock(organizationId, List.of(deviceId)).get(deviceId);
        certificates.refresh(certificate);
        return certificate.isRevoked() ? Optional.empty() : Optional.ofNullable(device);
    }

    private Optional<ProblemCode> refusal(Optional<Device> device, Optional<WantedCertificate> wanted, Instant now) {
        if (device.isEmpty()) {
            return Optional.of(ProblemCode.CERTIFICATE_REVOKED);
        }
        if (device.get().status(now) == DeviceStatus.INVALIDATED) {
            return Optional.of(ProblemCode.DEVICE_INVALIDATED);
        }
        if (device.get().isSuspended() || device.get().organization().isSuspended()) {
            return Optional.of(ProblemCode.CREDENTIALS_SUSPENDED);
        }
        if (wanted.isEmpty()) {
            return Optional.of(ProblemCode.ALREADY_PROVISIONED);
        }
        return refusals.isPossible(wanted.get()) ? Optional.empty() : Optional.of(ProblemCode.VALIDATION_FAILED);
    }

    /** The device is locked, so two renewals at the same time are counted one after the other. */
    private Optional<ProvisioningOutcome.Refused> tooSoon(UUID attemptId, Device device, Instant now) {
        List<Instant> renewals =
                certificates.renewals(device.id(), now.minus(RenewalLimit.PERIOD), RenewalLimit.RENEWALS);
        return RenewalLimit.wait(renewals, now)
                .map(wait -> ProvisioningOutcome.Refused.renewedTooOften(attemptId, wait));
    }

    private ProvisioningOutcome succeed(UUID attemptId, Peer.Holder holder, Device device, PublicKey key, Instant now) {
        noteUse(holder.certificate(), device, now);
        LoggedAct act = LoggedAct.of(Act.DEVICE_ROTATED)
                .by("device", device.id())
                .organization(device.organization().id())
                .object("device", device.id())
                .attempt(attemptId);
        return new ProvisioningOutcome.Provisioned(
                attemptId,
                false,
                device.id(),
                device.organization().id(),
                device.uniqueIdentifier(),
                device.name(),
                device.type().name(),
                deviceCertificates.renew(device, holder, key, now),
                acts.recordForReceipt(act).orElse(null));
    }

    /** Notes that the device was heard: what a second proof may do depends on that. */
    private void noteUse(CredentialCertificate certificate, Device device, Instant now) {
        if (certificate.firstUsedAt() == null) {
            certificates.use(certificate, now);
        }
        if (device.isUseToBeNoted(now)) {
            devices.markUsed(device, now);
        }
    }
}
