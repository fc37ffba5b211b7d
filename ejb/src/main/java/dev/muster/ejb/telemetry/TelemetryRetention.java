package dev.muster.ejb.telemetry;

import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.DatabaseUnavailable;
import jakarta.annotation.PostConstruct;
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
import java.util.Optional;

/**
 * Makes tables for telemetry to come, and removes telemetry that is too old if the operator has set a limit. Every
 * server tries; a lock in the database decides which one does the work.
 */
@Access(Rule.SYSTEM)
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TelemetryRetention {

    private static final Logger LOG = System.getLogger(TelemetryRetention.class.getName());

    /** How long before its month a table is made. */
    private static final Duration AHEAD = Duration.ofDays(31);

    @Inject
    private TelemetryMonths months;

    @Inject
    private TelemetryRemoval removal;

    @Inject
    private TelemetryBounds bounds;

    @Inject
    private Clock clock;

    /** Runs before the server accepts messages. */
    @PostConstruct
    void prepare() {
        attempt(this::makeRoom);
    }

    /**
     * Runs every minute, so that a step that failed is retried soon. If there is nothing to do, this costs one query.
     */
    @Schedule(hour = "*", minute = "*", second = "20", persistent = false, info = "room for telemetry, and its removal")
    public void tidy() {
        attempt(this::makeRoom);
        attempt(this::removeOld);
    }

    private void makeRoom() {
        Instant now = clock.instant();
        int made = months.areUsed()
                ? months.prepare(bounds.earliest(now), bounds.latest(now).plus(AHEAD))
                : 0;
        if (made > 0) {
            LOG.log(Level.INFO, "Made {0} tables for telemetry", made);
        }
    }

    private void removeOld() {
        Optional<Instant> begin = bounds.beginOfKept(clock.instant());
        if (begin.isEmpty()) {
            return;
        }
        if (months.areUsed()) {
            removeMonths(begin.get());
        } else {
            removeValues(begin.get());
        }
    }

    private void removeMonths(Instant before) {
        Optional<TelemetryMonth> month = months.oldest(before);
        while (month.isPresent() && remove(month.get())) {
            month = months.oldest(before);
        }
    }

    private boolean remove(TelemetryMonth month) {
        boolean dropped = months.isFree(month) && months.keepLast(month) && months.drop(month);
        if (dropped) {
            LOG.log(Level.INFO, "Removed the telemetry of {0}", month.month());
        }
        return dropped;
    }

    private void removeValues(Instant before) {
        long removed = 0;
        int portion = removal.removePortion(before);
        while (portion > 0) {
            removed += portion;
            portion = removal.removePortion(before);
        }
        if (removed > 0) {
            LOG.log(Level.INFO, "Removed {0} values of telemetry from before {1}", removed, before);
        }
    }

    /** A failure must not end the timer: the next minute tries again. */
    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.log(DatabaseUnavailable.levelOf(e), "Telemetry could not be tidied", e);
        }
    }
}
