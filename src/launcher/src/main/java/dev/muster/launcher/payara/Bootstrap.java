package dev.muster.launcher.payara;

import dev.muster.launcher.settings.LaunchFailure;
import dev.muster.launcher.settings.ServerSettings;

/**
 * Prepares what must exist before the server starts: the schema of the database, and the key stores under
 * {@code data/tls}. It runs while no server has the H2 file open.
 */
@FunctionalInterface
public interface Bootstrap {

    /**
     * @return the secrets for the server process, and its certificates
     * @throws LaunchFailure if the server cannot be started
     */
    Preparation prepare(ServerSettings settings);
}
