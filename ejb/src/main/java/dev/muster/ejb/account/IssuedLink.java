package dev.muster.ejb.account;

import java.time.Instant;

/**
 * A new one-time link. Only this object has the link itself; the database has the hash of its secret.
 *
 * @param link the secret is in the fragment, which no browser sends to a server: it gets into no log
 */
public record IssuedLink(String link, Instant expiresAt) {

    @Override
    public String toString() {
        return "IssuedLink[" + expiresAt + "]";
    }
}
