package dev.muster.ejb.fleet;

import java.time.Instant;

/**
 * The time of a search, which decides the states of devices.
 *
 * @param now decides what is invalidated
 * @param silent a device whose last sign came before this instant is silent
 */
record SearchedAt(Instant now, Instant silent) {}
