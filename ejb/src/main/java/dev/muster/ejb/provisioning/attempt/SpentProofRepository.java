package dev.muster.ejb.provisioning.attempt;

import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** The proofs that have led to a success and cannot be used again. */
@ApplicationScoped
public class SpentProofRepository {

    @Inject
    private Store store;

    /** Whether a proof was used for a success that is committed. */
    public boolean isSpent(UUID certificateId, String proofId) {
        return !store.entityManager()
                .createNativeQuery(
                        "select 1 from spent_proof where certificate_id = :certificate and proof_id = :proof")
                .setParameter("certificate", certificateId)
                .setParameter("proof", proofId)
                .getResultList()
                .isEmpty();
    }

    /**
     * Spends a proof. Waits for another transaction that is about to spend the same proof.
     *
     * @return false if the proof was spent before
     */
    public boolean spend(UUID certificateId, String proofId, Instant now) {
        return store.entityManager()
                        .createNativeQuery("""
                                insert into spent_proof (certificate_id, proof_id, spent_at)
                                values (:certificate, :proof, :now) on conflict do nothing""")
                        .setParameter("certificate", certificateId)
                        .setParameter("proof", proofId)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /**
     * Spends a certificate's literal proof for one enrollment. Waits for another transaction that is about to do the
     * same.
     *
     * @return false if the proof was spent for this enrollment before
     */
    public boolean spendLiteral(long enrollmentId, UUID certificateId, Instant now) {
        return store.entityManager()
                        .createNativeQuery("""
                                insert into literal_use (enrollment_id, certificate_id, used_at)
                                values (:enrollment, :certificate, :now) on conflict do nothing""")
                        .setParameter("enrollment", enrollmentId)
                        .setParameter("certificate", certificateId)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /** Lets the literal proofs of an enrollment lead to a success again. */
    public void forgetLiteralUses(long enrollmentId) {
        store.entityManager()
                .createNativeQuery("delete from literal_use where enrollment_id = :enrollment")
                .setParameter("enrollment", enrollmentId)
                .executeUpdate();
    }

    /**
     * Forgets proofs that were spent before a time, at most {@code most} of them.
     *
     * @return how many
     */
    int remove(Instant before, int most) {
        return store.entityManager()
                .createNativeQuery("""
                        delete from spent_proof where (certificate_id, proof_id) in (
                          select certificate_id, proof_id from spent_proof where spent_at < :before limit :most)""")
                .setParameter("before", before)
                .setParameter("most", most)
                .executeUpdate();
    }
}
