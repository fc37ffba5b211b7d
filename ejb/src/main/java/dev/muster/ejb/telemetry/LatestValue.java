package dev.muster.ejb.telemetry;

import java.time.Instant;

/**
 * The last value of a key.
 *
 * @param at when it was measured
 * @param value its JSON literal
 */
public record LatestValue(String key, Instant at, String value) {}
