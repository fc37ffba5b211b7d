package dev.muster.ejb.telemetry;

/**
 * What is to be exported.
 *
 * @param from first millisecond since the epoch
 * @param to last millisecond
 * @param key the only key that is wanted, {@code null} for all
 */
public record TelemetryRange(long from, long to, String key) {}
