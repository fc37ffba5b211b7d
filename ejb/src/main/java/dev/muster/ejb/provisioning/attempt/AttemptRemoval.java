package dev.muster.ejb.provisioning.attempt;

import dev.muster.ejb.shared.HousekeepingRepository;
import dev.muster.ejb.shared.Store;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;

/** Removes attempts in portions, each in a transaction of its own: no lock and no log of the database grows long. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AttemptRemoval {

    private static final int PORTION = 5_000;

    private static final String TASK = "attempt-retention";

    @Inject
    private Store store;

    @Inject
    private HousekeepingRepository housekeeping;

    /**
     * From when on unverified attempts are kept.
     *
     * @param limit how many at most
     * @param oldest where there are not so many
     */
    public Instant beginOfUnverified(int limit, Instant oldest) {
        List<?> beyond = store.entityManager()
                .createQuery(
                        "select e.attemptedAt from ProvisioningAttempt e where e.verified = false"
                                + " order by e.attemptedAt desc",
                        Instant.class)
                .setFirstResult(limit)
                .setMaxResults(1)
                .getResultList();
        return beyond.isEmpty() || oldest.isAfter((Instant) beyond.getFirst())
                ? oldest
                : ((Instant) beyond.getFirst()).plusNanos(1000);
    }

    /** @return how many were removed; none where another server is at it */
    public int removePortion(boolean verified, Instant before) {
        return housekeeping.claim(TASK) ? remove(verified, before) : 0;
    }

    /** @return how many spent proofs were removed; none where another server is at it */
    public int removeSpentProofs(Instant before) {
        return housekeeping.claim(TASK) ? removeSpent(before) : 0;
    }

    private int removeSpent(Instant before) {
        return store.entityManager()
                .createNativeQuery("""
                        delete from spent_proof where (certificate_id, proof_id) in (
                          select certificate_id, proof_id from spent_proof where spent_at < :before limit :portion)""")
                .setParameter("before", before)
                .setParameter("portion", PORTION)
                .executeUpdate();
    }

    private int remove(boolean verified, Instant before) {
        Query removal = store.entityManager().createNativeQuery("""
                delete from provisioning_attempt where id in (
                  select id from provisioning_attempt
                  where verified = :verified and attempted_at < :before order by attempted_at limit :portion)""");
        return removal.setParameter("verified", verified)
                .setParameter("before", before)
                .setParameter("portion", PORTION)
                .executeUpdate();
    }
}
