package dev.muster.ejb.overview;

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

/** Counts what only time changes, so that no page has to. Every server tries; a lock in the database decides. */
@Access(Rule.SYSTEM)
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TimedCounts {

    private static final Logger LOG = System.getLogger(TimedCounts.class.getName());

    @Inject
    private TimedCounting counting;

    /** Every minute: it reads all devices once. */
    @Schedule(hour = "*", minute = "*", second = "40", persistent = false, info = "silent devices")
    public void count() {
        try {
            counting.count();
        } catch (RuntimeException e) {
            LOG.log(DatabaseUnavailable.levelOf(e), "Silent devices are counted later", e);
        }
    }
}
