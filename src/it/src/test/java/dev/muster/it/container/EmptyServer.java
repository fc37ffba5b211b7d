package dev.muster.it.container;

import dev.muster.launcher.bootstrap.PlatformBootstrap;
import dev.muster.launcher.payara.PayaraServer;
import dev.muster.launcher.settings.ServerSettings;
import dev.muster.launcher.settings.SettingsSource;
import dev.muster.testkit.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A server with the product's settings, an empty H2 and no application: the tests deploy theirs. */
final class EmptyServer {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static PayaraServer running;

    private EmptyServer() {}

    static synchronized void ensureStarted() throws IOException {
        if (running == null) {
            running = start();
            new Administration(running).await(PATIENCE);
        }
    }

    private static PayaraServer start() throws IOException {
        Path directory = Path.of(
                System.getProperty("muster.it.directory"),
                "container",
                UUID.randomUUID().toString());
        ServerSettings settings = ServerSettings.from(SettingsSource.of(properties(directory)));
        PayaraServer server = PayaraServer.start(settings, PlatformBootstrap.from(SettingsSource.of(Map.of())));
        Runtime.getRuntime().addShutdownHook(new Thread(server::kill));
        tellArquillian(settings);
        return server;
    }

    private static Map<String, String> properties(Path directory) throws IOException {
        Path home = Path.of(System.getProperty("muster.home"));
        Map<String, String> properties = new HashMap<>();
        properties.put("muster.home", home.toString());
        properties.put(
                "muster.config-dir", configWithoutApplication(home, directory).toString());
        properties.put("muster.data-dir", directory.resolve("data").toString());
        properties.put("muster.work-dir", directory.resolve("work").toString());
        properties.put("muster.bind-address", "127.0.0.1");
        properties.put("muster.jvm-options", System.getProperty("muster.it.quick-start"));
        properties.putAll(FreePorts.settings());
        return properties;
    }

    /** The product's configuration, without the line that deploys the product. */
    private static Path configWithoutApplication(Path home, Path directory) throws IOException {
        Path config = Files.createDirectories(directory.resolve("config"));
        for (String name : new String[] {"payara.asadmin", "jvm.options", "logging.properties"}) {
            Files.copy(home.resolve("src/config").resolve(name), config.resolve(name));
        }
        List<String> lines = Files.readAllLines(home.resolve("src/config/deploy.asadmin"));
        Files.write(
                config.resolve("deploy.asadmin"),
                lines.stream().filter(line -> !line.startsWith("deploy ")).toList());
        return config;
    }

    private static void tellArquillian(ServerSettings settings) throws IOException {
        System.setProperty(
                "muster.it.admin-port", Integer.toString(settings.addresses().admin()));
        System.setProperty("muster.it.admin-password", Administration.password(settings));
    }
}
