package dev.muster.rest.organization;

import dev.muster.domain.organization.Organization;
import java.time.Instant;
import java.util.UUID;

/** An organization. */
public record OrganizationJson(UUID id, String name, Instant createdAt) {

    static OrganizationJson of(Organization organization) {
        return new OrganizationJson(organization.id(), organization.name(), organization.createdAt());
    }
}
