package dev.muster.ejb.provisioning.attempt;

import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.DatabaseUnavailable;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToIntFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps the log of attempts from growing without end. It removes old attempts, all but the newest of the unverified
 * attempts, which any stranger can cause, and spent proofs that expired long ago. Every server tries; a lock in the
 * database decides which one does the work.
 */
@Access(Rule.SYSTEM)
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AttemptRetention {

    private static final Logger LOG = System.getLogger(AttemptRetention.class.getName());

    /** A proof is valid for a quarter of an hour at most (ProofTimes); the rest is for clocks that differ. */
    private static final Duration PROOF_MEMORY = Duration.ofDays(1);

    @Inject
    private AttemptRemoval removal;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "muster.attempt-retention-days", defaultValue = "90")
    private int days;

    @Inject
    @ConfigProperty(name = "muster.unverified-attempt-limit", defaultValue = "1000000")
    private int unverifiedLimit;

    /** Runs every ten minutes: the attempts of a flood in that time still fit on the disk. */
    @Schedule(hour = "*", minute = "*/10", second = "30", persistent = false, info = "attempts that are too old")
    public void tidy() {
        try {
            Instant now = clock.instant();
            Instant oldest = now.minus(Duration.ofDays(days));
            removeUntilDone("attempts", oldest, before -> removal.removePortion(true, before));
            removeUntilDone(
                    "attempts",
                    removal.beginOfUnverified(unverifiedLimit, oldest),
                    before -> removal.removePortion(false, before));
            removeUntilDone("spent proofs", now.minus(PROOF_MEMORY), removal::removeSpentProofs);
        } catch (RuntimeException e) {
            if (!DatabaseUnavailable.causes(e)) {
                throw e;
            }
            LOG.log(Level.DEBUG, "The database is unavailable; removed nothing");
        }
    }

    private static void removeUntilDone(String what, Instant before, ToIntFunction<Instant> portions) {
        long removed = 0;
        int portion = portions.applyAsInt(before);
        while (portion > 0) {
            removed += portion;
            portion = portions.applyAsInt(before);
        }
        if (removed > 0) {
            LOG.log(Level.INFO, "Removed {0} {1} from before {2}", removed, what, before);
        }
    }
}
