package dev.muster.launcher.settings;

import java.util.Optional;

/**
 * What the server process must know and no file of the domain may hold.
 *
 * @param keyStorePassword of both stores under {@code data/tls}; reaches the server on its standard input
 * @param masterKey value of {@code MUSTER_MASTER_KEY} for the server's environment; absent: the inherited one stays
 */
public record Secrets(String keyStorePassword, Optional<String> masterKey) {

    @Override
    public String toString() {
        return "Secrets[hidden]";
    }
}
