package dev.muster.ejb.account;

import dev.muster.domain.shared.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A role, and the tenant in which a user has it.
 *
 * @param role what the user may do; {@code null} if none was entered
 * @param organizationId required for a role of an organization; {@code null} otherwise
 * @param manufacturerId required for a role of a manufacturer; {@code null} otherwise
 */
public record Place(
        @Nullable Role role,
        @Nullable UUID organizationId,
        @Nullable UUID manufacturerId) {}
