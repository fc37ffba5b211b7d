package dev.muster.ejb.account;

import java.util.Optional;

/**
 * A new user.
 *
 * @param link the invitation, if the user was made without a password
 */
public record CreatedUser(UserEntry entry, Optional<IssuedLink> link) {}
