package dev.muster.domain.applications;

/** What a widget of a dashboard shows. */
public enum WidgetKind {
    /** Numbers of a telemetry key over time. */
    CHART,
    /** The last value of a telemetry key, for each device. */
    VALUES,
    /** How many devices are in which state. */
    STATES,
    /** How many devices there are, of all or in one state. */
    COUNT,
    /** Where the devices are, by two telemetry keys. */
    MAP;

    /** Whether it needs a telemetry key. */
    public boolean hasKey() {
        return this == CHART || this == VALUES || this == MAP;
    }
}
