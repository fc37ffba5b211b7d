package dev.muster.ejb.device;

/**
 * What the deletion of a model would affect.
 *
 * @param devices how many devices have the model
 * @param imports how many imports give the model to their devices
 */
public record ModelImpact(long devices, long imports) {}
