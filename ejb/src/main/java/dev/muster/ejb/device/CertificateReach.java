package dev.muster.ejb.device;

/**
 * The devices that depend on a certificate.
 *
 * @param devices how many are valid now
 * @param organizations how many organizations own them
 * @param active how many of them were heard recently
 */
public record CertificateReach(long devices, long organizations, long active) {}
