package dev.muster.ejb.provisioning;

import dev.muster.domain.device.Device;
import dev.muster.domain.enrollment.Enrollment;
import dev.muster.domain.provisioning.ProvisioningOutcome;
import dev.muster.domain.provisioning.SecondProof;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.transparency.Act;
import dev.muster.domain.transparency.LoggedAct;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.ejb.enrollment.batch.EnrollmentRepository;
import dev.muster.ejb.provisioning.credential.DeviceCertificateIssuance;
import dev.muster.ejb.provisioning.credential.NewCredential;
import dev.muster.ejb.shared.DatabaseTime;
import dev.muster.ejb.transparency.ActLog;
import dev.muster.ejb.trust.CertificateRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Turns a verified proof into a device. The lock on the certificate keeps a revocation out, and the lock on the
 * enrollment keeps other proofs for the same identifier out. The proof is spent last, so that a refusal does not spend
 * it.
 */
@ApplicationScoped
public class DeviceCreation {

    /** What the attempt says in addition to its code. */
    static final String ORGANIZATION_IS_FULL = "The organization has as many devices as its quota allows.";

    @Inject
    private ActLog acts;

    @Inject
    private CertificateRepository certificates;

    @Inject
    private EnrollmentRepository enrollments;

    @Inject
    private ProvisioningRepository provisioning;

    @Inject
    private Reprovisioning reprovisioning;

    @Inject
    private RefusalChecks refusals;

    @Inject
    private ProofSpending spending;

    @Inject
    private ProvenIdentifierRepository proven;

    @Inject
    private DeviceFactory factory;

    @Inject
    private PlannedEnds plans;

    @Inject
    private DeviceQuota quota;

    @Inject
    private DeviceCertificateIssuance deviceCertificates;

    @Inject
    private DatabaseTime time;

    @Inject
    private SecureRandom random;

    JudgedAttempt create(UUID attemptId, ManufacturerCertificate certificate, ProvenDevice proof) {
        certificates.lockForProof(certificate);
        Instant now = time.now();
        UUID manufacturerId = certificate.manufacturer().id();
        Optional<ProblemCode> refusal = refusals.check(certificate, proof, now);
        if (refusal.isPresent()) {
            return new JudgedAttempt(
                    refused(attemptId, refusal.get()),
                    enrollments.owner(manufacturerId, proof.uniqueIdentifier()).orElse(null));
        }
        return enrollments
                .lock(manufacturerId, proof.uniqueIdentifier())
                .map(enrollment -> new JudgedAttempt(
                        provision(attemptId, certificate, enrollment, proof, now),
                        enrollment.organization().id()))
                .orElseGet(() -> JudgedAttempt.of(refused(attemptId, ProblemCode.DEVICE_NOT_IMPORTED)));
    }

    private ProvisioningOutcome provision(
            UUID attemptId,
            ManufacturerCertificate certificate,
            Enrollment enrollment,
            ProvenDevice proof,
            Instant now) {
        if (enrollment.organization().isSuspended()) {
            return refused(attemptId, ProblemCode.ORGANIZATION_SUSPENDED);
        }
        Optional<Device> existing = provisioning.lock(enrollment.id());
        SecondProof.Answer answer = existing.map(
                        device -> reprovisioning.judge(device, certificate, enrollment, proof, now))
                .orElse(SecondProof.Answer.ROTATE);
        if (answer == SecondProof.Answer.REFUSE) {
            return refused(attemptId, ProblemCode.ALREADY_PROVISIONED);
        }
        if (existing.isEmpty() && !quota.admits(enrollment.organization().id())) {
            return new ProvisioningOutcome.Refused(attemptId, ProblemCode.BUDGET_EXHAUSTED, ORGANIZATION_IS_FULL);
        }
        Optional<ProblemCode> spent = spending.spend(certificate, enrollment, proof, now);
        if (spent.isPresent()) {
            return refused(attemptId, spent.get());
        }
        if (answer == SecondProof.Answer.ASK) {
            return reprovisioning.ask(existing.orElseThrow(), certificate, attemptId, now);
        }
        proven.add(certificate, proof.uniqueIdentifier(), now);
        return succeed(attemptId, certificate, enrollment, proof, existing, now);
    }

    private ProvisioningOutcome succeed(
            UUID attemptId,
            ManufacturerCertificate certificate,
            Enrollment enrollment,
            ProvenDevice proof,
            Optional<Device> existing,
            Instant now) {
        NewCredential credential =
                proof.wantsCertificate() ? NewCredential.ofCertificate(random) : NewCredential.make(random);
        existing.ifPresent(device -> reprovisioning.rotate(device, enrollment, certificate, credential, now));
        Device device =
                existing.orElseGet(() -> factory.create(enrollment, certificate.id(), credential.stored(), now));
        plans.apply(device, certificate, now);
        LoggedAct act = LoggedAct.of(existing.isEmpty() ? Act.DEVICE_CREATED : Act.DEVICE_ROTATED)
                .by("certificate", certificate.id())
                .organization(device.organization().id())
                .object("device", device.id())
                .attempt(attemptId);
        return new ProvisioningOutcome.Provisioned(
                attemptId,
                existing.isEmpty(),
                device.id(),
                device.organization().id(),
                device.uniqueIdentifier(),
                device.name(),
                device.type().name(),
                proof.wanted()
                        .<ProvisioningOutcome.Granted>map(wanted -> deviceCertificates.issue(
                                device,
                                certificate,
                                proof.uniqueIdentifier(),
                                wanted.key().orElseThrow()))
                        .orElseGet(() -> credential.of(device)),
                acts.recordForReceipt(act).orElse(null));
    }

    private static ProvisioningOutcome refused(UUID attemptId, ProblemCode code) {
        return new ProvisioningOutcome.Refused(attemptId, code, null);
    }
}
