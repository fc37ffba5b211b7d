package dev.muster.ejb.provisioning;

import dev.muster.domain.enrollment.Enrollment;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.ejb.provisioning.attempt.SpentProofRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/**
 * Uses proofs up. A signed one has an id and leads to one success; a literal one is always the same text, and leads to
 * one success for each enrollment. Reading is early and tells; the database's constraint, at the end, decides.
 */
@ApplicationScoped
public class ProofSpending {

    @Inject
    private SpentProofRepository proofs;

    /** Whether the proof has led to a success that is committed. Of a literal one only its enrollment knows. */
    boolean isSpent(ManufacturerCertificate certificate, ProvenDevice proof) {
        return !proof.isLiteral() && proofs.isSpent(certificate.id(), proof.proofId());
    }

    /** Uses the proof up, or says why it cannot be used again. */
    Optional<ProblemCode> spend(
            ManufacturerCertificate certificate, Enrollment enrollment, ProvenDevice proof, Instant now) {
        if (proof.isLiteral()) {
            boolean first = proofs.spendLiteral(enrollment.id(), certificate.id(), now);
            return first ? Optional.empty() : Optional.of(ProblemCode.ALREADY_PROVISIONED);
        }
        boolean first = proofs.spend(certificate.id(), proof.proofId(), now);
        return first ? Optional.empty() : Optional.of(ProblemCode.REPLAYED_PROOF);
    }
}
