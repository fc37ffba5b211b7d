package dev.muster.ejb.provisioning.attempt;

import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.HousekeepingRepository;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;

/**
 * Removes attempts and spent proofs in portions. Each portion is a transaction of its own, so that no lock is held for
 * long and the database's log stays short.
 */
@Access(Rule.SYSTEM)
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AttemptRemoval {

    private static final int PORTION = 5_000;

    private static final String TASK = "attempt-retention";

    @Inject
    private AttemptRepository attempts;

    @Inject
    private SpentProofRepository proofs;

    @Inject
    private HousekeepingRepository housekeeping;

    /**
     * The time from which unverified attempts are kept.
     *
     * @param limit how many are kept at most
     * @param oldest the result if there are fewer
     */
    public Instant beginOfUnverified(int limit, Instant oldest) {
        return attempts.newestUnverifiedBeyond(limit)
                .filter(beyond -> !oldest.isAfter(beyond))
                .map(beyond -> beyond.plusNanos(1000))
                .orElse(oldest);
    }

    /** @return how many attempts were removed; 0 if another server is removing attempts */
    public int removePortion(boolean verified, Instant before) {
        return housekeeping.claim(TASK) ? attempts.remove(verified, before, PORTION) : 0;
    }

    /** @return how many spent proofs were removed; 0 if another server is removing them */
    public int removeSpentProofs(Instant before) {
        return housekeeping.claim(TASK) ? proofs.remove(before, PORTION) : 0;
    }
}
