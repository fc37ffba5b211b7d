package dev.muster.ejb.telemetry;

import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.HousekeepingRepository;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;

/**
 * Removes old telemetry from H2, which has one table for all of it. Each portion is a transaction of its own, so that
 * no lock is held for long and the database's log stays short. On PostgreSQL whole tables are dropped:
 * {@link TelemetryMonths}.
 */
@Access(Rule.SYSTEM)
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TelemetryRemoval {

    private static final int PORTION = 5_000;

    @Inject
    private TelemetryRetentionRepository telemetry;

    @Inject
    private HousekeepingRepository housekeeping;

    /** @return how many values were removed; 0 if another server is removing values */
    public int removePortion(Instant before) {
        if (!housekeeping.claim(TelemetryMonths.TASK)) {
            return 0;
        }
        long end = telemetry.endOfOldest(PORTION, before.toEpochMilli());
        telemetry.keepLast(0, end);
        return telemetry.remove(end);
    }
}
