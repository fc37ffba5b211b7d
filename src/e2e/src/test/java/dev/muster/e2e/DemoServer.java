package dev.muster.e2e;

import dev.muster.launcher.bootstrap.PlatformBootstrap;
import dev.muster.launcher.payara.PayaraServer;
import dev.muster.launcher.settings.ServerSettings;
import dev.muster.launcher.settings.SettingsSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The demonstration run, as the README starts it, on free ports and new data; once for all tests. */
final class DemoServer {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static DemoServer running;

    private final ServerSettings settings;

    private DemoServer(ServerSettings settings) {
        this.settings = settings;
    }

    static synchronized DemoServer running() throws IOException {
        if (running == null) {
            SettingsSource source = SettingsSource.of(properties());
            ServerSettings settings = ServerSettings.from(source);
            PayaraServer server = PayaraServer.start(settings, PlatformBootstrap.from(source));
            Runtime.getRuntime().addShutdownHook(new Thread(server::kill));
            server.awaitReady(PATIENCE);
            running = new DemoServer(settings);
        }
        return running;
    }

    String url() {
        return settings.addresses().publicUrl();
    }

    Path root() {
        return settings.locations().rootCertificate();
    }

    private static Map<String, String> properties() throws IOException {
        Path directory = Path.of(System.getProperty("muster.e2e.directory"), "server-" + UUID.randomUUID());
        Map<String, String> properties = new HashMap<>();
        properties.put("muster.demo", "true");
        properties.put("muster.home", System.getProperty("muster.home"));
        properties.put("muster.data-dir", directory.resolve("data").toString());
        properties.put("muster.work-dir", directory.resolve("work").toString());
        properties.put("muster.jvm-options", System.getProperty("muster.e2e.long-life"));
        for (String listener : new String[] {"http", "https", "device", "admin"}) {
            properties.put("muster." + listener + "-port", Integer.toString(freePort()));
        }
        return properties;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
