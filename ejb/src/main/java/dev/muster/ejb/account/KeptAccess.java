package dev.muster.ejb.account;

import dev.muster.domain.shared.Secrets;

/**
 * What goes on after a user has changed the password. Everything else of the user ends.
 *
 * @param sessionHash the hash of the session in which the user changed it; empty if there is none
 * @param tokens whether the API tokens stay, except those that were made with a password of somebody else's choice
 */
public record KeptAccess(String sessionHash, boolean tokens) {

    /** Keeps the tokens, and no session. */
    public static final KeptAccess TOKENS = new KeptAccess("", true);

    /** @param secret of the session that stays */
    public static KeptAccess session(String secret, boolean tokens) {
        return new KeptAccess(Secrets.sha256Base64Url(secret), tokens);
    }
}
