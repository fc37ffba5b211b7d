package dev.muster.ejb.provisioning;

import dev.muster.domain.device.Device;
import dev.muster.domain.enrollment.Enrollment;
import dev.muster.domain.provisioning.ApprovalRequest;
import dev.muster.domain.provisioning.ProvisioningOutcome;
import dev.muster.domain.provisioning.SecondProof;
import dev.muster.domain.provisioning.proof.ProofKey;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.domain.trust.issue.RevocationReason;
import dev.muster.ejb.enrollment.batch.EnrollmentRepository;
import dev.muster.ejb.provisioning.approval.ApprovalRepository;
import dev.muster.ejb.provisioning.attempt.SpentProofRepository;
import dev.muster.ejb.provisioning.credential.DeviceCertificateIssuance;
import dev.muster.ejb.provisioning.credential.NewCredential;
import dev.muster.ejb.tally.FleetTally;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a verified proof does to a device that exists. The enrollment and the device are locked. */
@ApplicationScoped
public class Reprovisioning {

    @Inject
    private ProvisioningRepository provisioning;

    @Inject
    private SpentProofRepository proofs;

    @Inject
    private ApprovalRepository approvals;

    @Inject
    private DeviceCertificateIssuance certificates;

    @Inject
    private FleetTally tally;

    /** Decides whether the device gets new credentials. If a manager allows a literal proof again, forgets its uses. */
    SecondProof.Answer judge(
            Device device,
            ManufacturerCertificate certificate,
            Enrollment enrollment,
            ProvenDevice proof,
            Instant now) {
        boolean allowed = device.isReprovisioningAllowed();
        if (allowed && proof.isLiteral()) {
            proofs.forgetLiteralUses(enrollment.id());
        }
        boolean refused = approvals
                .ofDevice(device.id())
                .filter(ApprovalRequest::isRejected)
                .isPresent();
        return new SecondProof(
                        ProofKey.of(certificate.purpose(), proof.isLiteral()), device.status(now), allowed, refused)
                .under(provisioning.policy(enrollment.batchId()));
    }

    /** Adds the device to its organization's queue of approvals, or notes there that it has asked again. */
    ProvisioningOutcome ask(Device device, ManufacturerCertificate certificate, UUID attemptId, Instant now) {
        Optional<ApprovalRequest> asked = approvals.ofDevice(device.id());
        asked.ifPresent(request -> request.askAgain(certificate.id(), attemptId, now));
        if (asked.isEmpty()) {
            approvals.add(new ApprovalRequest(device, certificate.id(), attemptId, now));
        }
        return new ProvisioningOutcome.ApprovalPending(attemptId);
    }

    /** Replaces the credentials and removes the device from the queue of approvals. */
    void rotate(
            Device device,
            Enrollment enrollment,
            ManufacturerCertificate certificate,
            NewCredential credential,
            Instant now) {
        certificates.end(device, RevocationReason.SUPERSEDED, now);
        tally.provedBy(EnrollmentRepository.place(enrollment), device.certificateId(), certificate.id());
        device.reprovision(certificate.id(), credential.stored(), now);
        approvals.removeOf(device.id());
    }
}
