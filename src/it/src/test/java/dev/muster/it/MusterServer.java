package dev.muster.it;

import dev.muster.launcher.bootstrap.PlatformBootstrap;
import dev.muster.launcher.payara.Bootstrap;
import dev.muster.launcher.payara.PayaraServer;
import dev.muster.launcher.settings.Locations;
import dev.muster.launcher.settings.ServerSettings;
import dev.muster.launcher.settings.SettingsSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The product as it is delivered, in a process of its own, started by the launcher that starts it everywhere. */
final class MusterServer {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Database database;
    private final ServerSettings settings;
    private final Bootstrap bootstrap;
    private PayaraServer process;
    private ApiClient administratorByToken;

    private MusterServer(Database database, SettingsSource source) {
        this.database = database;
        this.settings = ServerSettings.from(source);
        this.bootstrap = PlatformBootstrap.from(source);
    }

    static MusterServer start(Database database) {
        Path directory = Path.of(System.getProperty("muster.it.directory"), database.name());
        return start(
                database,
                database.name(),
                directory.resolve("data"),
                Map.of("muster.jvm-options", System.getProperty("muster.it.long-life")));
    }

    /** Another server on a database of that kind, with its data where that is said. */
    static MusterServer start(Database database, String name, Path data) {
        return start(database, name, data, Map.of());
    }

    /** With these settings in place of the usual ones. */
    static MusterServer start(Database database, String name, Path data, Map<String, String> own) {
        Path directory = Path.of(System.getProperty("muster.it.directory"), name);
        deleteAll(directory);
        Map<String, String> properties = new HashMap<>(database.settings());
        properties.put("muster.home", System.getProperty("muster.home"));
        properties.put("muster.data-dir", data.toString());
        properties.put("muster.work-dir", directory.resolve("work").toString());
        properties.put("muster.bind-address", "127.0.0.1");
        properties.put("muster.jvm-options", System.getProperty("muster.it.quick-start"));
        properties.put("muster.trusted-proxies", TlsProxy.TRUSTED);
        properties.putAll(freePorts());
        properties.put("muster.device-url", "https://localhost:" + properties.get("muster.device-port"));
        properties.putAll(own);
        MusterServer server = new MusterServer(database, SettingsSource.of(properties));
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
        server.launch();
        return server;
    }

    /** Ends the process as {@code kill -9} does. */
    void kill() {
        process.kill();
    }

    /** Starts it again on the same data. */
    void launch() {
        long begin = System.nanoTime();
        process = PayaraServer.start(settings, bootstrap);
        process.awaitReady(PATIENCE);
        System.out.printf(
                "%s: ready after %d s%n",
                database, Duration.ofNanos(System.nanoTime() - begin).toSeconds());
    }

    /** The most memory that the process had resident since it started (proc(5), VmHWM). */
    long peakMemoryKib() {
        try (Stream<String> status = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return status.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many objects of a class are in use, after a full collection of the heap. */
    long inUse(String className) {
        return histogram().stream()
                .filter(line -> line.length > 3 && line[3].equals(className))
                .mapToLong(line -> Long.parseLong(line[1]))
                .sum();
    }

    /** How many bytes of the heap are in use, after a full collection. */
    long heapInUse() {
        return histogram().stream()
                .filter(line -> line.length > 2 && line[0].equals("Total"))
                .mapToLong(line -> Long.parseLong(line[2]))
                .sum();
    }

    /** Number, instances, bytes, class (jcmd). */
    private List<String[]> histogram() {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process listing = new ProcessBuilder(jcmd.toString(), String.valueOf(process.pid()), "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            return listing.inputReader(StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.strip().split("\\s+"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody who has not said who it is. */
    ApiClient nobody() {
        return new ApiClient(newHttpClient(), url(), null);
    }

    /** Nobody, at the port that asks for a client certificate. */
    ApiClient onDevicePort() {
        return new ApiClient(newHttpClient(), deviceUrl(), null);
    }

    String deviceUrl() {
        return "https://localhost:" + settings.addresses().device();
    }

    ApiClient administrator() {
        return database.administrator(nobody());
    }

    /** By an API token, always the same: to check a password is slow, and meant to be. */
    synchronized ApiClient administratorByToken() {
        if (administratorByToken == null) {
            administratorByToken = administrator().withNewToken();
        }
        return administratorByToken;
    }

    String url() {
        return settings.addresses().publicUrl();
    }

    String plainUrl() {
        return "http://localhost:" + settings.addresses().http();
    }

    Locations locations() {
        return settings.locations();
    }

    /** Gives the running server a new certificate, as it gets one by itself before the end of the old one. */
    void renewCertificate() throws Exception {
        process.renewCertificate();
    }

    /** The device root in a file, PEM, as everybody can have it. */
    Path deviceRoot() {
        Path file = locations().work().resolve("device-root.pem");
        try {
            return Files.writeString(
                    file, nobody().get("/api/v1/pki/root.pem").expect(200).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpClient newHttpClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(Trust.in(locations().rootCertificate()))
                .build();
    }

    private void stop() {
        if (process != null) {
            process.kill();
        }
    }

    private static Map<String, String> freePorts() {
        Map<String, String> ports = new HashMap<>();
        List<ServerSocket> taken = new ArrayList<>();
        try {
            for (String name : List.of("http", "https", "device", "admin")) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                taken.add(socket);
                ports.put("muster." + name + "-port", Integer.toString(socket.getLocalPort()));
            }
            for (ServerSocket socket : taken) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteAll(Path directory) {
        try (Stream<Path> paths = Files.exists(directory) ? Files.walk(directory) : Stream.empty()) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
