package dev.muster.domain.applications;

import java.time.Duration;

/** How far back a chart of a dashboard goes. */
public enum WidgetRange {
    HOUR(Duration.ofHours(1), 60, 200),
    DAY(Duration.ofDays(1), 96, 100),
    WEEK(Duration.ofDays(7), 84, 30),
    MONTH(Duration.ofDays(30), 60, 10);

    private final Duration length;

    private final int points;

    private final int devices;

    WidgetRange(Duration length, int points, int devices) {
        this.length = length;
        this.points = points;
        this.devices = devices;
    }

    public Duration length() {
        return length;
    }

    /** Of how many devices one line shows the average: the longer the range, the more messages each device has in it. */
    public int devices() {
        return devices;
    }

    /** How many points a line has. */
    public int points() {
        return points;
    }
}
