package dev.muster.ejb.tally;

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
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Sums up what was counted. Every server tries; a lock in the database decides which one does the work. */
@Access(Rule.SYSTEM)
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TallyHousekeeping {

    private static final Logger LOG = System.getLogger(TallyHousekeeping.class.getName());

    @Inject
    private TallySumming summing;

    @Inject
    private Clock clock;

    /** Every ten seconds, so that pages have few changes to add up. */
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false, info = "sums of what was counted")
    public void sum() {
        attempt(summing::sum);
    }

    /** Every hour. */
    @Schedule(hour = "*", minute = "17", second = "25", persistent = false, info = "hours that become days")
    public void fold() {
        attempt(() -> summing.fold(clock.instant().truncatedTo(ChronoUnit.DAYS)));
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.log(DatabaseUnavailable.levelOf(e), "Numbers of the overview are summed up later", e);
        }
    }
}
