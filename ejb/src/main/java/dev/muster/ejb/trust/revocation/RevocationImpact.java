package dev.muster.ejb.trust.revocation;

import dev.muster.ejb.device.CertificateReach;

/**
 * The effect of the revocation of a certificate.
 *
 * @param devices how many become invalid
 * @param organizations how many own them
 * @param activeLastDay how many of the devices the server heard from in the last 24 hours
 */
public record RevocationImpact(long devices, long organizations, long activeLastDay) {

    static RevocationImpact of(CertificateReach reach) {
        return new RevocationImpact(reach.devices(), reach.organizations(), reach.active());
    }
}
