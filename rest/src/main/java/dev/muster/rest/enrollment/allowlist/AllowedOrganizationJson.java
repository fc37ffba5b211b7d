package dev.muster.rest.enrollment.allowlist;

import dev.muster.domain.enrollment.allowlist.AllowedOrganization;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.UUID;

/** An organization that may enroll a manufacturer's identifiers. */
@JsonbPropertyOrder({"id", "name", "allowedAt"})
public record AllowedOrganizationJson(UUID id, String name, Instant allowedAt) {

    static AllowedOrganizationJson of(AllowedOrganization entry) {
        return new AllowedOrganizationJson(
                entry.organization().id(), entry.organization().name(), entry.allowedAt());
    }
}
