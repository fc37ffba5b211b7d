package dev.muster.ejb.account;

import dev.muster.domain.shared.Role;
import java.util.UUID;

/**
 * What an administrator says of a user to be made.
 *
 * @param username its name
 * @param password its first password
 * @param role what it is for
 * @param organizationId needed for an organization manager, else {@code null}
 * @param manufacturerId needed for a manufacturer manager, else {@code null}
 */
public record NewUser(String username, String password, Role role, UUID organizationId, UUID manufacturerId) {

    @Override
    public String toString() {
        return "NewUser[" + username + ", " + role + "]";
    }
}
