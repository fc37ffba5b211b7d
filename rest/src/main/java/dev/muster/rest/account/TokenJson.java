package dev.muster.rest.account;

import dev.muster.domain.account.ApiToken;
import dev.muster.ejb.account.IssuedApiToken;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.UUID;

/**
 * An API token.
 *
 * @param token the secret, in the answer that made it alone
 */
@JsonbPropertyOrder({"id", "name", "token", "createdAt", "expiresAt"})
public record TokenJson(UUID id, String name, String token, Instant createdAt, Instant expiresAt) {

    static TokenJson of(IssuedApiToken issued) {
        return new TokenJson(issued.id(), null, issued.token(), null, issued.expiresAt());
    }

    static TokenJson of(ApiToken token) {
        return new TokenJson(token.id(), token.name(), null, token.createdAt(), token.expiresAt());
    }

    @Override
    public String toString() {
        return "TokenJson[" + id + "]";
    }
}
