package dev.muster.rest.organization;

import dev.muster.domain.organization.Organization;
import dev.muster.domain.organization.ReprovisioningPolicy;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.UUID;

/**
 * An organization.
 *
 * @param reprovisioningPolicy what a second valid proof does, where the device's import has no policy of its own
 */
@JsonbPropertyOrder({"id", "name", "reprovisioningPolicy", "createdAt"})
public record OrganizationJson(UUID id, String name, ReprovisioningPolicy reprovisioningPolicy, Instant createdAt) {

    static OrganizationJson of(Organization organization) {
        return new OrganizationJson(
                organization.id(), organization.name(), organization.reprovisioningPolicy(), organization.createdAt());
    }
}
