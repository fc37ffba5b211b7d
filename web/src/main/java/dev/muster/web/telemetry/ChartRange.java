package dev.muster.web.telemetry;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How far back a chart goes, and in how many points. */
public enum ChartRange {
    HOUR(Duration.ofHours(1), 60, "HH:mm"),
    DAY(Duration.ofDays(1), 96, "HH:mm"),
    WEEK(Duration.ofDays(7), 84, "MM-dd HH:mm");

    private final Duration length;

    private final int points;

    private final DateTimeFormatter format;

    ChartRange(Duration length, int points, String pattern) {
        this.length = length;
        this.points = points;
        this.format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    Duration length() {
        return length;
    }

    int points() {
        return points;
    }

    /** How the start of a point is written below the chart. */
    DateTimeFormatter format() {
        return format;
    }
}
