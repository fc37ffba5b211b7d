package dev.muster.launcher.payara;

import dev.muster.launcher.settings.LaunchFailure;
import dev.muster.launcher.settings.ServerSettings;

/**
 * What must be true before the server starts: the database has its schema, and the key stores under {@code data/tls}
 * exist. It runs while no server holds the H2 file.
 */
@FunctionalInterface
public interface Bootstrap {

    /**
     * @return the secrets for the server process, and its certificates
     * @throws LaunchFailure where the server cannot be started
     */
    Preparation prepare(ServerSettings settings);
}
