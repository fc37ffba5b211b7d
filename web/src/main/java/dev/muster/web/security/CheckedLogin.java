package dev.muster.web.security;

import dev.muster.ejb.account.session.NewSession;
import jakarta.security.enterprise.credential.Credential;

/** A session of a user who has proved who it is. {@link Entrance} makes it for the container; nothing else does. */
final class CheckedLogin implements Credential {

    private final NewSession session;

    CheckedLogin(NewSession session) {
        this.session = session;
    }

    NewSession session() {
        return session;
    }
}
