package dev.muster.ejb.tally;

import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.HousekeepingRepository;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/**
 * Moves changes into the sums, and keeps the sums small. One server at a time does it. A transaction moves everything or
 * nothing, so a crash loses no number and counts none twice.
 */
@Access(Rule.SYSTEM)
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TallySumming {

    /** A bit more than a month, which pages show. */
    static final int KEPT_DAYS = 33;

    private static final String TASK = "tally";

    private static final Duration DAY = Duration.ofDays(1);

    @Inject
    private TallyRepository tallies;

    @Inject
    private HousekeepingRepository housekeeping;

    /** Adds the changes to the sums. */
    public void sum() {
        if (housekeeping.claim(TASK)) {
            tallies.take().forEach(tallies::sum);
        }
    }

    /**
     * Makes days of old hours, and forgets the oldest days.
     *
     * @param today when the day begins; it and the two days before it keep their hours
     */
    public void fold(Instant today) {
        if (housekeeping.claim(TASK)) {
            Instant day = today.minus(DAY.multipliedBy(KEPT_DAYS));
            tallies.forget(day);
            while (day.isBefore(today.minus(DAY.multipliedBy(2)))) {
                tallies.fold(day, day.plus(DAY));
                day = day.plus(DAY);
            }
            tallies.removeEmpty();
        }
    }
}
