package dev.muster.ejb.account;

import org.jspecify.annotations.Nullable;

/**
 * What an administrator enters for a new user.
 *
 * @param username the user's name; {@code null} if none was entered
 * @param displayName a name for people; {@code null} for none
 * @param password the user's first password; {@code null} if the user is invited by a link
 */
public record NewUser(
        @Nullable String username,
        @Nullable String displayName,
        @Nullable String password,
        Place place) {

    @Override
    public String toString() {
        return "NewUser[" + username + ", " + place.role() + "]";
    }
}
