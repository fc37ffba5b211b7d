package dev.muster.domain.account.signon;

import dev.muster.domain.account.Membership;
import dev.muster.domain.shared.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a group of the provider gives: a role, and the tenant in which the user has it.
 *
 * @param tenantId the organization or manufacturer of the role; {@code null} for a role of the platform
 */
public record GroupRight(Role role, @Nullable UUID tenantId) {

    /** @throws IllegalArgumentException if the role needs a tenant and there is none, or the other way round */
    public GroupRight {
        if (role.hasTenant() == (tenantId == null)) {
            throw new IllegalArgumentException(
                    role.hasTenant()
                            ? role + " needs the id of its tenant after a colon"
                            : role + " belongs to no tenant; leave the id out");
        }
    }

    /** By what memberships of a user differ: a user has at most one in each tenant. */
    public String tenantKey() {
        return tenantId == null ? Membership.PLATFORM : tenantId.toString();
    }
}
