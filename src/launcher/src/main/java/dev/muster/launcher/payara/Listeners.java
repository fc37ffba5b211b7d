package dev.muster.launcher.payara;

import dev.muster.launcher.settings.Addresses;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The three public listeners of a starting server. {@code deploy.asadmin} enables them after the deployment, one command after the other,
 * and the server opens their ports in threads of its own. Once in some hundred starts, on a busy machine, it lost one of the three
 * changes: the listener was enabled, and its port stayed closed. This class sees that, and enables the listener again.
 */
final class Listeners {

    /** All three ports open within a second of each other, on a slow machine within three. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int CONNECT_MILLIS = 1_000;

    private final Map<String, InetSocketAddress> byName = new LinkedHashMap<>();
    private final Administration administration;
    private Instant partlyOpenSince;

    Listeners(Addresses addresses, Administration administration) {
        this.administration = administration;
        byName.put("http-listener-1", new InetSocketAddress(addresses.reachable(), addresses.http()));
        byName.put("http-listener-2", new InetSocketAddress(addresses.reachable(), addresses.https()));
        byName.put("device-listener", new InetSocketAddress(addresses.reachable(), addresses.device()));
    }

    /**
     * Whether all ports are open. Enables a listener again whose port is closed although another one has been open for ten seconds. To be
     * called again and again.
     */
    boolean areOpen() {
        long open = byName.values().stream().filter(Listeners::isOpen).count();
        if (open == 0 || open == byName.size()) {
            partlyOpenSince = null;
        } else if (partlyOpenSince == null) {
            partlyOpenSince = Instant.now();
        } else if (partlyOpenSince.plus(PATIENCE).isBefore(Instant.now())) {
            byName.forEach(this::openAgain);
            partlyOpenSince = null;
        }
        return open == byName.size();
    }

    private void openAgain(String name, InetSocketAddress address) {
        if (!isOpen(address)) {
            System.err.println("Muster: the server did not open port " + address.getPort() + ", so it is told again.");
            close(name);
            enable(name, true);
        }
    }

    void close(String name) {
        enable(name, false);
    }

    private void enable(String name, boolean isEnabled) {
        String listener = "configs.config.server-config.network-config.network-listeners.network-listener." + name;
        administration.set(listener + ".enabled", Boolean.toString(isEnabled));
    }

    private static boolean isOpen(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, CONNECT_MILLIS);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }
}
