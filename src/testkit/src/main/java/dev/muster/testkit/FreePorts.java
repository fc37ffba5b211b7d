package dev.muster.testkit;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for servers of tests. They are below those that the system gives to connections of clients, so they stay free while a
 * server starts, or starts again. No other process of the tests gets them.
 */
public final class FreePorts {

    private static final List<String> LISTENERS = List.of("http", "https", "device", "admin", "mqtts", "mqtt");

    /** Above the ports that browsers refuse. */
    private static final int FIRST = 11_000;

    /** From here on Linux gives ports to connections (ip(7), ip_local_port_range). */
    private static final int END = 32_768;

    /** While the process of the tests runs, it holds the UDP port of the same number. */
    private static final List<DatagramSocket> CLAIMS = new ArrayList<>();

    private FreePorts() {}

    /** The settings {@code muster.http-port} and so on; no two ports are the same. */
    public static Map<String, String> settings() {
        Map<String, String> ports = new HashMap<>();
        for (String listener : LISTENERS) {
            ports.put("muster." + listener + "-port", Integer.toString(next()));
        }
        return ports;
    }

    /** A port that no process listens on. */
    public static synchronized int next() {
        int port;
        do {
            port = ThreadLocalRandom.current().nextInt(FIRST, END);
        } while (!isFree(port) || !isClaimed(port));
        return port;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static boolean isClaimed(int port) {
        try {
            CLAIMS.add(new DatagramSocket(port, InetAddress.getLoopbackAddress()));
            return true;
        } catch (SocketException claimedByAnother) {
            return false;
        }
    }
}
