package dev.muster.ejb.account;

import java.util.Optional;

/**
 * What an administrator changes of a user. What is empty stays as it is.
 *
 * @param displayName blank for none
 * @param place the role, and the tenant with it
 */
public record UserChange(Optional<String> displayName, Optional<Place> place, Optional<Boolean> disabled) {

    public static UserChange displayName(String name) {
        return new UserChange(Optional.of(name), Optional.empty(), Optional.empty());
    }

    public static UserChange place(Place place) {
        return new UserChange(Optional.empty(), Optional.of(place), Optional.empty());
    }

    public static UserChange disabled(boolean disabled) {
        return new UserChange(Optional.empty(), Optional.empty(), Optional.of(disabled));
    }
}
