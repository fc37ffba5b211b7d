package dev.muster.ejb.provisioning;

import dev.muster.ejb.shared.DatabaseAway;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps the log of attempts from growing without end: old attempts go, and of those that any stranger can bring about
 * only the newest stay. Every server looks; a lock in the database decides who does it.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AttemptRetention {

    private static final Logger LOG = System.getLogger(AttemptRetention.class.getName());

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
            Instant oldest = clock.instant().minus(Duration.ofDays(days));
            removeUntilDone(true, oldest);
            removeUntilDone(false, removal.beginOfUnverified(unverifiedLimit, oldest));
        } catch (RuntimeException e) {
            if (!DatabaseAway.isToldBy(e)) {
                throw e;
            }
            LOG.log(Level.DEBUG, "The database is away; removed nothing");
        }
    }

    private void removeUntilDone(boolean verified, Instant before) {
        long removed = 0;
        int portion = removal.removePortion(verified, before);
        while (portion > 0) {
            removed += portion;
            portion = removal.removePortion(verified, before);
        }
        if (removed > 0) {
            LOG.log(Level.INFO, "Removed {0} attempts from before {1}", removed, before);
        }
    }
}
