package dev.muster.ejb.telemetry;

import org.jspecify.annotations.Nullable;

/**
 * Which values are exported.
 *
 * @param from first millisecond since the epoch
 * @param to last millisecond
 * @param key the only key that is exported; {@code null} exports all
 */
public record TelemetryRange(long from, long to, @Nullable String key) {}
