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
 * Spends proofs. A signed proof has an id and leads to one success. A literal proof is always the same text and leads
 * to one success for each enrollment. An early check finds most spent proofs; the database's constraint decides at the
 * end.
 */
@ApplicationScoped
public class ProofSpending {

    @Inject
    private SpentProofRepository proofs;

    /**
     * Whether a committed success has spent the proof. False for a literal proof, which is checked with its enrollment.
     */
    boolean isSpent(ManufacturerCertificate certificate, ProvenDevice proof) {
        String id = proof.proofId();
        return id != null && proofs.isSpent(certificate.id(), id);
    }

    /** Spends the proof. Returns the reason if it was spent before; otherwise empty. */
    Optional<ProblemCode> spend(
            ManufacturerCertificate certificate, Enrollment enrollment, ProvenDevice proof, Instant now) {
        String id = proof.proofId();
        if (id == null) {
            boolean first = proofs.spendLiteral(enrollment.id(), certificate.id(), now);
            return first ? Optional.empty() : Optional.of(ProblemCode.ALREADY_PROVISIONED);
        }
        boolean first = proofs.spend(certificate.id(), id, now);
        return first ? Optional.empty() : Optional.of(ProblemCode.REPLAYED_PROOF);
    }
}
