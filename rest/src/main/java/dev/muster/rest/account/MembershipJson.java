package dev.muster.rest.account;

import dev.muster.domain.account.Membership;
import dev.muster.domain.shared.Role;
import dev.muster.ejb.account.MembershipEntry;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a user is in one tenant, or for the platform. */
@Schema(name = "Membership")
@JsonbPropertyOrder({"id", "role", "organizationId", "manufacturerId", "tenantName"})
public record MembershipJson(UUID id, Role role, UUID organizationId, UUID manufacturerId, String tenantName) {

    static MembershipJson of(MembershipEntry entry) {
        Membership membership = entry.membership();
        return new MembershipJson(
                membership.id(),
                membership.role(),
                membership.organizationId(),
                membership.manufacturerId(),
                entry.tenantName());
    }
}
