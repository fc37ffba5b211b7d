package dev.muster.ejb.device;

/**
 * The devices that depend on a certificate.
 *
 * @param devices how many count now
 * @param organizations how many own them
 * @param active how many of them were heard lately
 */
public record CertificateReach(long devices, long organizations, long active) {}
