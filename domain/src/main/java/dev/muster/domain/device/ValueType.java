package dev.muster.domain.device;

/** The type of the values of a telemetry key. */
public enum ValueType {
    NUMBER,
    BOOLEAN,
    TEXT
}
