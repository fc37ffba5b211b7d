package dev.muster.ejb.account;

import java.time.Instant;
import java.util.UUID;

/**
 * A new API token, the only time that it is known.
 *
 * @param token the token itself
 */
public record IssuedApiToken(UUID id, String token, Instant expiresAt) {

    @Override
    public String toString() {
        return "IssuedApiToken[" + id + "]";
    }
}
