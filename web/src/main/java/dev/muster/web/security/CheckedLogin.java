package dev.muster.web.security;

import dev.muster.domain.shared.Caller;
import jakarta.security.enterprise.credential.Credential;

/** A user whose name and password were right: what the login page hands to the container, and nobody else makes. */
final class CheckedLogin implements Credential {

    private final Caller caller;

    CheckedLogin(Caller caller) {
        this.caller = caller;
    }

    Caller caller() {
        return caller;
    }
}
