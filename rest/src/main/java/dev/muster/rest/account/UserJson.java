package dev.muster.rest.account;

import dev.muster.domain.account.PortalUser;
import dev.muster.domain.shared.Role;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A user, without the password. */
@Schema(name = "User")
@JsonbPropertyOrder({"id", "username", "role", "organizationId", "manufacturerId", "createdAt"})
public record UserJson(
        UUID id, String username, Role role, UUID organizationId, UUID manufacturerId, Instant createdAt) {

    static UserJson of(PortalUser user) {
        return new UserJson(
                user.id(),
                user.username(),
                user.asCaller().role(),
                user.organizationId(),
                user.manufacturerId(),
                user.createdAt());
    }
}
