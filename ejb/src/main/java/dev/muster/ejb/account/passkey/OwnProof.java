package dev.muster.ejb.account.passkey;

import org.jspecify.annotations.Nullable;

/**
 * By what a user who is logged in proves again who it is.
 *
 * @param password the current one; null counts as wrong
 * @param code of an authenticator app, or a recovery code; null if the user has no app
 */
public record OwnProof(@Nullable String password, @Nullable String code) {

    @Override
    public String toString() {
        return "OwnProof";
    }
}
