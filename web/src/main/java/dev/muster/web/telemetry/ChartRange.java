package dev.muster.web.telemetry;

import java.time.Duration;

/** How far back a chart goes. */
public enum ChartRange {
    HOUR(Duration.ofHours(1), 60),
    DAY(Duration.ofDays(1), 96),
    WEEK(Duration.ofDays(7), 84),
    MONTH(Duration.ofDays(30), 120),
    /** From one time to another, which the user types. */
    CUSTOM(Duration.ofDays(7), 120);

    private final Duration length;

    private final int points;

    ChartRange(Duration length, int points) {
        this.length = length;
        this.points = points;
    }

    /** Of a custom range, what it is before the user has changed it. */
    Duration length() {
        return length;
    }

    int points() {
        return points;
    }
}
