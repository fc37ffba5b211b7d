package dev.muster.ejb.provisioning;

/**
 * What the revocation of a certificate does.
 *
 * @param devices how many become invalid
 * @param organizations how many own them
 */
public record RevocationImpact(long devices, long organizations) {}
