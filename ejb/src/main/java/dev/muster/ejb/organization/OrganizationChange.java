package dev.muster.ejb.organization;

import dev.muster.domain.organization.ReprovisioningPolicy;
import dev.muster.domain.quota.Quota;
import dev.muster.domain.shared.event.EventDetail;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A change of an organization. What is empty stays as it is.
 *
 * @param suspended whether its users only read, and its devices are refused
 * @param secondFactorRequired whether its users must have a second factor
 * @param quotas limits by quota; an empty limit is the platform's
 */
public record OrganizationChange(
        Optional<String> name,
        Optional<ReprovisioningPolicy> reprovisioning,
        Optional<Boolean> suspended,
        Optional<Boolean> secondFactorRequired,
        Map<Quota, OptionalInt> quotas)
        implements EventDetail {

    public OrganizationChange {
        quotas = Map.copyOf(quotas);
    }

    /** Changes only the name. */
    public static OrganizationChange rename(String name) {
        return new OrganizationChange(
                Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    /** Suspends or resumes it. */
    public static OrganizationChange suspended(boolean suspended) {
        return new OrganizationChange(
                Optional.empty(), Optional.empty(), Optional.of(suspended), Optional.empty(), Map.of());
    }

    /** Sets what a second valid proof for a device does if the device's import has no policy of its own. */
    public static OrganizationChange reprovisioning(ReprovisioningPolicy policy) {
        return new OrganizationChange(
                Optional.empty(), Optional.of(policy), Optional.empty(), Optional.empty(), Map.of());
    }

    /** Sets whether its users must have a second factor. */
    public static OrganizationChange secondFactor(boolean required) {
        return new OrganizationChange(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(required), Map.of());
    }

    /** Changes only quotas. */
    public static OrganizationChange of(Map<Quota, OptionalInt> quotas) {
        return new OrganizationChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), quotas);
    }

    /** Whether only an administrator may make it. */
    boolean isForAdministrators() {
        return name.isPresent() || suspended.isPresent() || !quotas.isEmpty();
    }

    @Override
    public String eventDetail() {
        return Stream.of(
                        name.map(changed -> "name"),
                        reprovisioning.map(policy -> "reprovisioning=" + policy),
                        suspended.map(now -> "suspended=" + now),
                        secondFactorRequired.map(now -> "secondFactor=" + now),
                        Optional.of("quotas").filter(changed -> !quotas.isEmpty()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }
}
