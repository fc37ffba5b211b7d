package dev.muster.domain.device;

/** What the values of a telemetry key are. */
public enum ValueType {
    NUMBER,
    BOOLEAN,
    TEXT
}
