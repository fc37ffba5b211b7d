package dev.muster.ejb.telemetry;

import dev.muster.ejb.shared.Housekeeping;
import dev.muster.ejb.shared.Store;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/**
 * Removes telemetry from the one table of H2 in portions, each in a transaction of its own: no lock and no log of the
 * database grows long. On PostgreSQL whole tables go: {@link TelemetryMonths}.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TelemetryRemoval {

    private static final int PORTION = 5_000;

    @Inject
    private Store store;

    @Inject
    private Housekeeping housekeeping;

    @Inject
    private LastValues lastValues;

    /** @return how many values were removed; none where another server is at it */
    public int removePortion(Instant before) {
        return housekeeping.isOurs(TelemetryMonths.TASK) ? remove(endOfPortion(before.toEpochMilli())) : 0;
    }

    /** The oldest values, and those of the same time with them. */
    private long endOfPortion(long before) {
        List<?> last = store.entityManager()
                .createNativeQuery("select ts from telemetry where ts < :before order by ts", Long.class)
                .setParameter("before", before)
                .setFirstResult(PORTION - 1)
                .setMaxResults(1)
                .getResultList();
        return last.isEmpty() ? before : (Long) last.getFirst() + 1;
    }

    private int remove(long end) {
        lastValues.keep(0, end);
        return store.entityManager()
                .createNativeQuery("delete from telemetry where ts < :end")
                .setParameter("end", end)
                .executeUpdate();
    }
}
