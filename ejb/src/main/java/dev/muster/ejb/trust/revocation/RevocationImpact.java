package dev.muster.ejb.trust.revocation;

import dev.muster.ejb.device.CertificateReach;

/**
 * What the revocation of a certificate does.
 *
 * @param devices how many become invalid
 * @param organizations how many own them
 * @param activeLastDay how many of the devices were heard in the last 24 hours
 */
public record RevocationImpact(long devices, long organizations, long activeLastDay) {

    static RevocationImpact of(CertificateReach reach) {
        return new RevocationImpact(reach.devices(), reach.organizations(), reach.active());
    }
}
