package dev.muster.ejb.account;

import dev.muster.domain.shared.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator enters for a new user.
 *
 * @param username the user's name; {@code null} if none was entered
 * @param password the user's first password; {@code null} if none was entered
 * @param role what the user may do; {@code null} if none was entered
 * @param organizationId required for a role of an organization; {@code null} otherwise
 * @param manufacturerId required for a role of a manufacturer; {@code null} otherwise
 */
public record NewUser(
        @Nullable String username,
        @Nullable String password,
        @Nullable Role role,
        @Nullable UUID organizationId,
        @Nullable UUID manufacturerId) {

    @Override
    public String toString() {
        return "NewUser[" + username + ", " + role + "]";
    }
}
