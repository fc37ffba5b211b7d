package dev.muster.ejb.account;

import dev.muster.domain.account.PortalUser;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.TenantName;
import java.time.Instant;
import java.util.Objects;
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

    /**
     * The user, who is in no tenant yet and has no password yet.
     *
     * @throws ProblemException {@code validation-failed} if a name is not acceptable
     */
    public PortalUser user(Instant now) {
        TenantName name = new TenantName(Objects.requireNonNullElse(username, ""));
        if (name.entered().contains(":")) {
            throw ProblemException.invalid(
                    "A user name must not contain a colon: in HTTP Basic a colon ends the name.");
        }
        PortalUser user = new PortalUser(name, now);
        user.showAs(shown(displayName));
        return user;
    }

    /** A name for people; null for a blank text. */
    static @Nullable TenantName shown(@Nullable String entered) {
        return entered == null || entered.isBlank() ? null : new TenantName(entered);
    }

    @Override
    public String toString() {
        return "NewUser[" + username + ", " + place.role() + "]";
    }
}
