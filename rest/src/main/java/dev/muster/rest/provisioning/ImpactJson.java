package dev.muster.rest.provisioning;

import dev.muster.ejb.provisioning.RevocationImpact;

/**
 * What the revocation of a certificate would do now.
 *
 * @param devices how many would become invalid
 * @param organizations how many own them
 */
public record ImpactJson(long devices, long organizations) {

    static ImpactJson of(RevocationImpact impact) {
        return new ImpactJson(impact.devices(), impact.organizations());
    }
}
