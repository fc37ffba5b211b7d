package dev.muster.ejb.account.token;

import java.time.Instant;
import java.util.UUID;

/**
 * A new API token. Only this object has the token itself; the database has its hash.
 *
 * @param token the token itself
 */
public record IssuedApiToken(UUID id, String token, Instant expiresAt) {

    @Override
    public String toString() {
        return "IssuedApiToken[" + id + "]";
    }
}
