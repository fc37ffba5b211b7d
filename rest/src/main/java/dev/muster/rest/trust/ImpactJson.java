package dev.muster.rest.trust;

import dev.muster.ejb.trust.revocation.RevocationImpact;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * What the revocation of a certificate would do now.
 *
 * @param devices how many would become invalid
 * @param organizations how many own them
 * @param activeLastDay how many of the devices were heard in the last 24 hours
 */
@JsonbPropertyOrder({"devices", "organizations", "activeLastDay"})
public record ImpactJson(long devices, long organizations, long activeLastDay) {

    static ImpactJson of(RevocationImpact impact) {
        return new ImpactJson(impact.devices(), impact.organizations(), impact.activeLastDay());
    }
}
