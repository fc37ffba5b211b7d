package dev.muster.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ports that no process listens on now, as settings of a server. */
public final class FreePorts {

    private static final List<String> LISTENERS = List.of("http", "https", "device", "admin", "mqtts", "mqtt");

    private FreePorts() {}

    /** The settings {@code muster.http-port} and so on; no two ports are the same. */
    public static Map<String, String> settings() {
        Map<String, String> ports = new HashMap<>();
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (String listener : LISTENERS) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                sockets.add(socket);
                ports.put("muster." + listener + "-port", Integer.toString(socket.getLocalPort()));
            }
            for (ServerSocket socket : sockets) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
