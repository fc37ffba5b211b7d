package dev.muster.web.telemetry;

import dev.muster.ejb.telemetry.SeriesSpan;
import dev.muster.web.shared.ChartTime;
import java.time.Duration;
import java.time.Instant;

/**
 * From when to when a chart goes, and in how many points.
 *
 * @param from the first instant, not before 1970
 * @param to the last instant, not before the first
 */
public record ChartTimes(Instant from, Instant to, int points) {

    private static final Duration ONE_DAY = Duration.ofHours(25);

    private static final Duration WEEKS = Duration.ofDays(60);

    /** A range that ends now. */
    static ChartTimes until(Instant now, ChartRange range) {
        return new ChartTimes(now.minus(range.length()).plusMillis(1), now, range.points());
    }

    SeriesSpan of(String key) {
        return new SeriesSpan(key, from.toEpochMilli(), to.toEpochMilli(), points);
    }

    /** How the start of a point is written below the chart. */
    ChartTime form() {
        Duration length = Duration.between(from, to);
        if (length.compareTo(ONE_DAY) <= 0) {
            return ChartTime.CLOCK;
        }
        return length.compareTo(WEEKS) <= 0 ? ChartTime.MINUTE : ChartTime.DAY;
    }
}
