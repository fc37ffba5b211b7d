package dev.muster.ejb.provisioning.attempt;

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
 * Keeps what attempts leave behind from growing without end: old attempts go, and of those that any stranger can bring
 * about only the newest stay; spent proofs go when they are long expired. Every server looks; a lock in the database
 * decides who does it.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AttemptRetention {

    private static final Logger LOG = System.getLogger(AttemptRetention.class.getName());

    /** No proof is believed for longer than a quarter of an hour after it was made (ProofTimes); servers' clocks differ. */
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

    /** Every ten minutes: what a flood brings in that time still fits on the disk. */
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
            LOG.log(Level.DEBUG, "The database is away; removed nothing");
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
