package dev.muster.rest.organization;

import dev.muster.domain.organization.Organization;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.UUID;

/** An organization. */
@JsonbPropertyOrder({"id", "name", "createdAt"})
public record OrganizationJson(UUID id, String name, Instant createdAt) {

    static OrganizationJson of(Organization organization) {
        return new OrganizationJson(organization.id(), organization.name(), organization.createdAt());
    }
}
