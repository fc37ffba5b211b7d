package dev.muster.ejb.telemetry;

/**
 * What became of the messages of a request.
 *
 * @param accepted how many are in the database, by this request or by an earlier one that said the same
 * @param ignored how many say something else than what was kept before for their device, time and key
 */
public record AcceptedTelemetry(int accepted, int ignored) {}
