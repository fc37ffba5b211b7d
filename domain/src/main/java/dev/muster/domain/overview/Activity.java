package dev.muster.domain.overview;

import java.time.Instant;
import java.util.Collection;

/** How often something happened lately: in each of the last 24 hours, and on each of the last 30 days. */
public record Activity(BarSeries day, BarSeries month) {

    public static Activity of(Instant now, Collection<Bar> amounts) {
        return new Activity(BarSeries.hours(now, amounts), BarSeries.days(now, amounts));
    }
}
