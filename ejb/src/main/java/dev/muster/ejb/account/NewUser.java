package dev.muster.ejb.account;

import dev.muster.domain.shared.Role;
import java.util.UUID;

/**
 * What an administrator enters for a new user.
 *
 * @param username the user's name
 * @param password the user's first password
 * @param role what the user may do
 * @param organizationId required for an organization manager; {@code null} otherwise
 * @param manufacturerId required for a manufacturer manager; {@code null} otherwise
 */
public record NewUser(String username, String password, Role role, UUID organizationId, UUID manufacturerId) {

    @Override
    public String toString() {
        return "NewUser[" + username + ", " + role + "]";
    }
}
