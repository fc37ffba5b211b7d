package dev.muster.ejb.account;

import java.util.Optional;
import java.util.UUID;

/**
 * A new user.
 *
 * @param link the invitation, if the user was made without a password
 */
public record CreatedUser(UserEntry entry, Optional<IssuedLink> link) {

    public UUID id() {
        return entry.user().id();
    }
}
