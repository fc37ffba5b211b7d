package dev.muster.ejb.account.token;

import dev.muster.domain.account.ApiToken;
import dev.muster.domain.account.TokenRights;
import dev.muster.domain.shared.Caller;
import java.util.Objects;

/**
 * The user of a valid API token.
 *
 * @param rights what the token may do of what the user may do
 */
public record AuthenticatedToken(Caller caller, TokenRights rights) {

    static AuthenticatedToken of(ApiToken token) {
        return new AuthenticatedToken(Objects.requireNonNull(token.membership()).asCaller(), token.rights());
    }
}
