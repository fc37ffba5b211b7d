package dev.muster.web.fleet;

/**
 * A filter of the list that is in force.
 *
 * @param parameter of the address
 * @param label what is filtered by
 * @param value as a person reads it
 */
public record FilterChip(String parameter, String label, String value) {}
