package dev.muster.testkit;

import dev.muster.launcher.bootstrap.PlatformBootstrap;
import dev.muster.launcher.payara.Bootstrap;
import dev.muster.launcher.payara.PayaraServer;
import dev.muster.launcher.settings.Locations;
import dev.muster.launcher.settings.ServerSettings;
import dev.muster.launcher.settings.SettingsSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The product as it is delivered, in a process of its own. The launcher starts it, as it does everywhere. */
public final class MusterServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Login administrator;
    private final ServerSettings settings;
    private final Bootstrap bootstrap;

    private PayaraServer process;
    private ApiClient administratorByToken;

    private MusterServer(Login administrator, SettingsSource source) {
        this.administrator = administrator;
        this.settings = ServerSettings.from(source);
        this.bootstrap = PlatformBootstrap.from(source);
    }

    /**
     * Starts a server on free ports of this machine, with empty directories, and returns when it is ready. It ends with this
     * JVM.
     *
     * @param administrator the first administrator, as the settings make it
     * @param own settings that are added to those of every test, or replace them
     */
    public static MusterServer start(Login administrator, Path directory, Map<String, String> own) {
        deleteAll(directory);
        Map<String, String> properties = new HashMap<>(FreePorts.settings());
        properties.put("muster.home", System.getProperty("muster.home"));
        properties.put("muster.data-dir", directory.resolve("data").toString());
        properties.put("muster.work-dir", directory.resolve("work").toString());
        properties.put("muster.bind-address", "127.0.0.1");
        properties.putAll(own);
        MusterServer server = new MusterServer(administrator, SettingsSource.of(properties));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        server.launch();
        return server;
    }

    /** Ends the process as {@code kill -9} does. */
    public void kill() {
        process.kill();
    }

    /** Starts the process again on the same data. */
    public void launch() {
        long begin = System.nanoTime();
        process = PayaraServer.start(settings, bootstrap);
        awaitReady();
        System.out.printf(
                "%s: ready after %d s%n",
                settings.database().url().replaceAll("[?;].*", ""),
                Duration.ofNanos(System.nanoTime() - begin).toSeconds());
    }

    /** Closes the port of a listener, as Payara sometimes leaves it at a start. */
    public void closeListener(String name) {
        process.closeListener(name);
    }

    /** Returns when the server answers, as after its start. */
    public void awaitReady() {
        process.awaitReady(PATIENCE);
    }

    public ServerMemory memory() {
        return new ServerMemory(process.pid());
    }

    /** The process of the server, not of the launcher. */
    public long pid() {
        return process.pid();
    }

    /** Where a port of {@code operations.md} is on this server: {@code muster.https-port} and the like. */
    public int port(String property) {
        return settings.addresses().byProperty().get(property);
    }

    /** A client without credentials. */
    public ApiClient nobody() {
        return new ApiClient(newHttpClient(), url(), null);
    }

    /**
     * A client without credentials, at another address of this machine: all of 127.0.0.0/8 is this machine. Wrong logins
     * count against an address, and all tests share 127.0.0.1.
     */
    public ApiClient nobodyAt(String address) {
        return new ApiClient(newHttpClient(address), url(), null);
    }

    /** A client without credentials, at the port that asks for a client certificate. */
    public ApiClient onDevicePort() {
        return new ApiClient(newHttpClient(), deviceUrl(), null);
    }

    public ApiClient administrator() {
        return nobody().basic(administrator.name(), administrator.password());
    }

    /** The administrator with an API token, which is always the same: to check a password is slow by design. */
    public synchronized ApiClient administratorByToken() {
        if (administratorByToken == null) {
            administratorByToken = administrator().withNewToken();
        }
        return administratorByToken;
    }

    public String url() {
        return settings.addresses().publicUrl();
    }

    public String plainUrl() {
        return "http://localhost:" + settings.addresses().http();
    }

    public String deviceUrl() {
        return "https://localhost:" + settings.addresses().device();
    }

    /** The port of {@link #url()} on this machine. */
    public int port() {
        return settings.addresses().https();
    }

    public Locations locations() {
        return settings.locations();
    }

    /** The file of the server root, PEM. */
    public Path root() {
        return settings.locations().rootCertificate();
    }

    /** The device root in a file, PEM, as everybody can get it. */
    public Path deviceRoot() {
        Path file = locations().work().resolve("device-root.pem");
        try {
            return Files.writeString(
                    file, nobody().get("/api/v1/pki/root.pem").expect(200).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the running server a new certificate. It does the same by itself before the old certificate expires. */
    public void renewCertificate() throws Exception {
        process.renewCertificate();
    }

    public HttpClient newHttpClient() {
        return newHttpClient("127.0.0.1");
    }

    private HttpClient newHttpClient(String address) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(address(address))
                .sslContext(Trust.in(root()))
                .build();
    }

    /** The address, which is not looked up. */
    public static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address: " + literal, e);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.kill();
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
