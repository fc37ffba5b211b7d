package dev.muster.ejb.telemetry;

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
 * Keeps room for telemetry that comes, and lets go of what is too old where the operator says when. Every server looks; a
 * lock in the database decides who does it.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TelemetryRetention {

    private static final Logger LOG = System.getLogger(TelemetryRetention.class.getName());

    /** How long before it is needed a month's table is there. */
    private static final Duration AHEAD = Duration.ofDays(31);

    @Inject
    private TelemetryMonths months;

    @Inject
    private TelemetryRemoval removal;

    @Inject
    private TelemetryBounds bounds;

    @Inject
    private Clock clock;

    /** Before the server takes messages. */
    @PostConstruct
    void prepare() {
        attempt(this::makeRoom);
    }

    /** Every minute, because what could not be done is to be done soon; it is one question where there is nothing to do. */
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

    /** What fails is tried again in a minute, and must not end the timer. */
    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.log(DatabaseUnavailable.causes(e) ? Level.DEBUG : Level.WARNING, "Telemetry could not be tidied", e);
        }
    }
}
