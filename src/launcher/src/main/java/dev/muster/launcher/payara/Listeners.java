package dev.muster.launcher.payara;

import dev.muster.launcher.settings.Addresses;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
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
    private long partlyOpenSince;
    private boolean isPartlyOpen;

    Listeners(Addresses addresses, Administration administration) {
        this.administration = administration;
        byName.put("http-listener-1", new InetSocketAddress(addresses.reachable(), addresses.http()));
        byName.put("http-listener-2", new InetSocketAddress(addresses.reachable(), addresses.https()));
        byName.put("device-listener", new InetSocketAddress(addresses.reachable(), addresses.device()));
    }

    boolean areOpen() {
        return byName.values().stream().allMatch(Listeners::isOpen);
    }

    /** Enables again what is closed although another port has been open for ten seconds. To be called again and again. */
    void openLeftClosed() {
        long open = byName.values().stream().filter(Listeners::isOpen).count();
        boolean wasPartlyOpen = isPartlyOpen;
        isPartlyOpen = open > 0 && open < byName.size();
        if (!isPartlyOpen) {
            return;
        }
        if (!wasPartlyOpen) {
            partlyOpenSince = System.nanoTime();
        } else if (System.nanoTime() - partlyOpenSince > PATIENCE.toNanos()) {
            byName.forEach(this::openAgain);
            isPartlyOpen = false;
        }
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
