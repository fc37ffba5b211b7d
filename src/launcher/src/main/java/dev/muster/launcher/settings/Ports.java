package dev.muster.launcher.settings;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Finds a port in use before the start does any long work: Payara itself would start halfway, and say so only in its
 * log.
 */
public final class Ports {

    private Ports() {}

    /** @throws LaunchFailure that names the first port in use, and the property that changes it */
    public static void requireFree(Addresses addresses) {
        addresses.byProperty().forEach((property, port) -> {
            if (!isFree(addresses.bindOf(property), port)) {
                throw new LaunchFailure("Port %d is taken: choose another with -D%s=<port> or %s."
                        .formatted(port, property, SettingsSource.variable(property)));
            }
        });
    }

    static boolean isFree(String address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
