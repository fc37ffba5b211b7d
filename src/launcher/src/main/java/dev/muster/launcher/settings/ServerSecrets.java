package dev.muster.launcher.settings;

import java.util.Optional;

/**
 * What the server process must know and no file of the domain may contain.
 *
 * @param keyStorePassword of both stores under {@code data/tls}; the server reads it from its standard input
 * @param masterKey value of {@code MUSTER_MASTER_KEY} for the environment of the server, unless the server reads it
 *     from a file
 */
public record ServerSecrets(String keyStorePassword, Optional<String> masterKey) {

    @Override
    public String toString() {
        return "ServerSecrets[hidden]";
    }
}
