package dev.muster.ejb.device;

/**
 * What the deletion of a model would touch.
 *
 * @param devices how many have it
 * @param imports how many give it to their devices
 */
public record ModelImpact(long devices, long imports) {}
