package dev.muster.ejb.telemetry;

import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.HousekeepingRepository;
import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The tables of PostgreSQL, each with the telemetry of one month. A table is made before a message needs it and dropped
 * when everything in it is too old. Each step is a transaction of its own and waits for a lock for {@value
 * TelemetryRetentionRepository#PATIENCE} at most, so that no device waits longer for this work. If a lock is not
 * available, the next run tries again.
 *
 * <p>A month's table refers to {@code device}, so PostgreSQL also locks {@code device} when such a table is made or
 * dropped. We lock {@code device} first, in the same order as messages do; otherwise the two could deadlock.
 */
@Access(Rule.SYSTEM)
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TelemetryMonths {

    static final String TASK = "telemetry-retention";

    @Inject
    private TelemetryRetentionRepository telemetry;

    @Inject
    private HousekeepingRepository housekeeping;

    @Resource
    private SessionContext context;

    /** Whether this database has a table for each month. */
    public boolean areUsed() {
        return telemetry.hasMonths();
    }

    /**
     * Makes the tables that are missing.
     *
     * @param first the first time that messages may have
     * @param last the last time that messages may have
     * @return how many were made; 0 if another server is making them
     */
    public int prepare(Instant first, Instant last) {
        List<TelemetryMonth> missing = new ArrayList<>(TelemetryMonth.between(first, last));
        missing.removeAll(telemetry.months());
        if (missing.isEmpty() || !housekeeping.claim(TASK)) {
            return 0;
        }
        missing.removeAll(telemetry.months());
        return execute(makingOf(missing)) ? missing.size() : 0;
    }

    /** The oldest month that has a table and ended before that time. */
    public Optional<TelemetryMonth> oldest(Instant before) {
        return telemetry.months().stream()
                .filter(month -> month.end() <= before.toEpochMilli())
                .min(Comparator.comparing(TelemetryMonth::month));
    }

    /** @return false if another server works on the months, or if a reader such as a backup keeps this one locked */
    public boolean isFree(TelemetryMonth month) {
        return isOurs(month) && execute(List.of(call("lock_telemetry_month", month)));
    }

    /**
     * Keeps the last value of each key of the month, before the month is dropped.
     *
     * @return false if another server is doing it
     */
    public boolean keepLast(TelemetryMonth month) {
        boolean ours = isOurs(month);
        if (ours) {
            telemetry.keepLast(month.begin(), month.end());
        }
        return ours;
    }

    /** @return whether this call has dropped the month */
    public boolean drop(TelemetryMonth month) {
        return isOurs(month) && execute(List.of("lock table device", call("drop_telemetry_month", month)));
    }

    private boolean isOurs(TelemetryMonth month) {
        return housekeeping.claim(TASK) && telemetry.months().contains(month);
    }

    private static List<String> makingOf(List<TelemetryMonth> months) {
        List<String> statements = new ArrayList<>(List.of("lock table device in share row exclusive mode"));
        months.forEach(month -> statements.add(call("make_telemetry_month", month)));
        return statements;
    }

    /** The server's role makes and drops no tables. It calls functions of the role that owns the schema (V24_1). */
    private static String call(String function, TelemetryMonth month) {
        return "select %s(date '%s')".formatted(function, month.month().atDay(1));
    }

    /** @return false if a lock was not available; nothing has changed then */
    private boolean execute(List<String> statements) {
        boolean done = telemetry.execute(statements);
        if (!done) {
            context.setRollbackOnly();
        }
        return done;
    }
}
