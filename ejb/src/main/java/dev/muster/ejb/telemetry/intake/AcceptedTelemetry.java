package dev.muster.ejb.telemetry.intake;

/**
 * How many messages of a request were kept.
 *
 * @param accepted how many are in the database, from this request or from an earlier request with the same values
 * @param ignored how many differ from what was kept before for their device, time and key
 */
public record AcceptedTelemetry(int accepted, int ignored) {}
