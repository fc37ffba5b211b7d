package dev.muster.ejb.overview;

import dev.muster.domain.tally.TallyKind;
import dev.muster.domain.trust.RemainingValidity;
import dev.muster.ejb.device.SilentAfter;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.DatabaseTime;
import dev.muster.ejb.shared.HousekeepingRepository;
import dev.muster.ejb.tally.FleetTally;
import dev.muster.ejb.tally.NumberRepository;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Counts what only time changes, and stores the numbers. One server at a time does it. */
@Access(Rule.SYSTEM)
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TimedCounting {

    private static final String TASK = "timed-counts";

    @Inject
    private TimedCountRepository counts;

    @Inject
    private NumberRepository numbers;

    @Inject
    private FleetTally tally;

    @Inject
    private SilentAfter silence;

    @Inject
    private HousekeepingRepository housekeeping;

    @Inject
    private DatabaseTime time;

    public void count() {
        if (housekeeping.claim(TASK)) {
            Instant now = time.now();
            store(TallyKind.SILENT, counts.silent(now, silence.limit(now)));
            store(TallyKind.EXPIRING, counts.expiring(now, now.plus(RemainingValidity.SHORT)));
        }
    }

    private void store(TallyKind kind, Map<UUID, Long> counted) {
        Map<UUID, Long> before = numbers.byOrganization(kind);
        Set<UUID> organizations = new HashSet<>(counted.keySet());
        organizations.addAll(before.keySet());
        for (UUID organization : organizations) {
            tally.set(kind, organization, counted.getOrDefault(organization, 0L), before.get(organization));
        }
    }
}
