package dev.muster.rest.provisioning;

import dev.muster.ejb.provisioning.RevocationImpact;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * What the revocation of a certificate would do now.
 *
 * @param devices how many would become invalid
 * @param organizations how many own them
 */
@JsonbPropertyOrder({"devices", "organizations"})
public record ImpactJson(long devices, long organizations) {

    static ImpactJson of(RevocationImpact impact) {
        return new ImpactJson(impact.devices(), impact.organizations());
    }
}
