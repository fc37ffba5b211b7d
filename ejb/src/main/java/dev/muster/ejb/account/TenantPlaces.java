package dev.muster.ejb.account;

import dev.muster.domain.account.Membership;
import dev.muster.domain.account.PortalUser;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.organization.Organization;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.Role;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.Store;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the tenant that belongs to a role. The service that calls it has checked the caller. */
@Stateless
@Access(Rule.WITHIN)
public class TenantPlaces {

    @Inject
    private Store store;

    /**
     * What a user becomes in a place.
     *
     * @throws ProblemException {@code validation-failed} if the place does not exist
     */
    public Membership membership(PortalUser user, Place place, Instant now) {
        return new Membership(user, role(place), tenantOf(place), now);
    }

    /** @throws ProblemException {@code validation-failed} if no role was entered */
    public Role role(Place place) {
        Role role = place.role();
        if (role == null) {
            throw ProblemException.invalid("The role is missing; choose one.");
        }
        return role;
    }

    /**
     * The tenant of a place; {@code null} for a role of the platform.
     *
     * @throws ProblemException {@code validation-failed} if it does not exist, or does not fit the role
     */
    public @Nullable UUID tenantOf(Place place) {
        UUID organization = place.organizationId();
        UUID manufacturer = place.manufacturerId();
        return switch (role(place).scope()) {
            case PLATFORM -> noTenant(organization, manufacturer);
            case ORGANIZATION ->
                existing(organization, Organization.class, there -> !there.isDeleted(), "organization");
            case MANUFACTURER -> existing(manufacturer, Manufacturer.class, there -> true, "manufacturer");
        };
    }

    private static @Nullable UUID noTenant(@Nullable UUID organization, @Nullable UUID manufacturer) {
        if (organization != null || manufacturer != null) {
            throw ProblemException.invalid(
                    "A role of the platform belongs to no tenant; leave out organizationId and manufacturerId.");
        }
        return null;
    }

    private <T> UUID existing(@Nullable UUID id, Class<T> type, Predicate<T> isThere, String what) {
        if (id == null || store.find(type, id).filter(isThere).isEmpty()) {
            throw ProblemException.invalid(
                    "This role needs the id of an existing " + what + "; choose one from the list.");
        }
        return id;
    }
}
