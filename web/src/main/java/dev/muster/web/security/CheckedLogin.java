package dev.muster.web.security;

import dev.muster.domain.shared.Caller;
import jakarta.security.enterprise.credential.Credential;

/** A user whose name and password are correct. The login page makes it for the container; nothing else does. */
final class CheckedLogin implements Credential {

    private final Caller caller;

    CheckedLogin(Caller caller) {
        this.caller = caller;
    }

    Caller caller() {
        return caller;
    }
}
