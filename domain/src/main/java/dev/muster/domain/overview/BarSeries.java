package dev.muster.domain.overview;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Bars of equal length without a gap, the oldest first. The last one is of the present hour or day, which is not over.
 *
 * @param unit hours or days (UTC)
 */
public record BarSeries(ChronoUnit unit, List<Bar> bars) {

    /** The hours of a day. */
    public static final int HOURS = 24;

    /** The days of a month. */
    public static final int DAYS = 30;

    public BarSeries {
        bars = List.copyOf(bars);
    }

    /** The last 24 hours. Amounts of other times are left out. */
    public static BarSeries hours(Instant now, Collection<Bar> amounts) {
        return of(ChronoUnit.HOURS, HOURS, now, amounts);
    }

    /** The last 30 days. Amounts of other times are left out. */
    public static BarSeries days(Instant now, Collection<Bar> amounts) {
        return of(ChronoUnit.DAYS, DAYS, now, amounts);
    }

    /** When the first of so many bars begins. */
    public static Instant start(ChronoUnit unit, int number, Instant now) {
        return now.truncatedTo(unit).minus(number - 1L, unit);
    }

    private static BarSeries of(ChronoUnit unit, int number, Instant now, Collection<Bar> amounts) {
        Instant start = start(unit, number, now);
        long[] sums = new long[number];
        for (Bar amount : amounts) {
            long place = Duration.between(start, amount.start()).toSeconds();
            long index = Math.floorDiv(place, unit.getDuration().toSeconds());
            if (index >= 0 && index < number) {
                sums[(int) index] += amount.amount();
            }
        }
        List<Bar> bars = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            bars.add(new Bar(start.plus(i, unit), sums[i]));
        }
        return new BarSeries(unit, bars);
    }

    public long total() {
        return bars.stream().mapToLong(Bar::amount).sum();
    }

    /** Whether nothing happened in all that time. */
    public boolean isEmpty() {
        return total() == 0;
    }
}
