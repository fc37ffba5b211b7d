package dev.muster.ejb.organization;

import dev.muster.domain.organization.ReprovisioningPolicy;
import dev.muster.domain.quota.Quota;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A change of an organization. What is empty stays as it is.
 *
 * @param quotas limits by quota; an empty limit is the platform's
 */
public record OrganizationChange(
        Optional<String> name, Optional<ReprovisioningPolicy> reprovisioning, Map<Quota, OptionalInt> quotas) {

    public OrganizationChange {
        quotas = Map.copyOf(quotas);
    }

    /** Whether only an administrator may make it. */
    boolean isForAdministrators() {
        return name.isPresent() || !quotas.isEmpty();
    }
}
