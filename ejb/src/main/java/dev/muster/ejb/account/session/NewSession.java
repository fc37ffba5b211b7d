package dev.muster.ejb.account.session;

import dev.muster.domain.shared.Caller;

/**
 * A session that has just got its secret.
 *
 * @param secret only the server keeps it, with the browser's session
 */
public record NewSession(Caller caller, String secret) {

    @Override
    public String toString() {
        return "NewSession[" + caller.username() + "]";
    }
}
