package dev.muster.ejb.transparency;

/**
 * Consecutive places in the log.
 *
 * @param first included
 * @param end not included
 */
record Places(long first, long end) {}
