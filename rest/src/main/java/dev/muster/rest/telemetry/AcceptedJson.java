package dev.muster.rest.telemetry;

/**
 * What was taken.
 *
 * @param accepted how many messages the body had
 */
public record AcceptedJson(int accepted) {}
