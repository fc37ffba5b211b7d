package dev.muster.ejb.account.token;

import dev.muster.domain.account.TokenRights;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a user enters for a new API token.
 *
 * @param days how long the token is valid, 1 to {@link ApiTokenService#MAX_DAYS} days of 24 hours
 * @param tenantId the organization or manufacturer for which it works; {@code null} for the caller's present one
 */
public record NewToken(
        String name, int days, TokenRights rights, @Nullable UUID tenantId) {

    /** With all rights that the user has in the present tenant. */
    public static NewToken whole(String name, int days) {
        return new NewToken(name, days, TokenRights.ALL, null);
    }
}
