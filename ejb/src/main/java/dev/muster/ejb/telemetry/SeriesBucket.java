package dev.muster.ejb.telemetry;

/**
 * The numbers of a short interval, aggregated.
 *
 * @param ts begin of the interval, milliseconds since the epoch
 * @param count how many numbers there were, at least one
 */
public record SeriesBucket(long ts, double min, double max, double average, long count) {}
