package dev.muster.bench;

import dev.muster.launcher.bootstrap.PlatformBootstrap;
import dev.muster.launcher.payara.PayaraServer;
import dev.muster.launcher.settings.ServerSettings;
import dev.muster.launcher.settings.SettingsSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The product as it is delivered, in a process of its own; against PostgreSQL with a heap of 1 GiB. */
final class BenchServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final ServerSettings settings;
    private final PayaraServer process;

    private BenchServer(ServerSettings settings, PayaraServer process) {
        this.settings = settings;
        this.process = process;
    }

    static BenchServer start(Postgres postgres) throws IOException {
        return start(Map.of(
                "muster.db.url",
                postgres.url(),
                "muster.db.user",
                "muster",
                "muster.db.password",
                Postgres.PASSWORD,
                "muster.heap",
                "1g"));
    }

    /** @param own beside where it is, the settings that are not the usual ones */
    static BenchServer start(Map<String, String> own) throws IOException {
        Path directory = Files.createDirectories(Path.of(System.getProperty("muster.bench.directory")));
        Map<String, String> properties = new HashMap<>(Map.of(
                "muster.master-key",
                "YmVuY2ggaXMgb25seSBmb3IgbWVhc3VyZW1lbnRzISE=",
                "muster.home",
                System.getProperty("muster.home"),
                "muster.work-dir",
                directory.resolve("work").toString(),
                "muster.data-dir",
                Files.createTempDirectory(directory, "data").toString(),
                "muster.bind-address",
                "127.0.0.1",
                "muster.demo",
                "true"));
        properties.putAll(freePorts());
        properties.putAll(own);
        SettingsSource source = SettingsSource.of(properties);
        ServerSettings settings = ServerSettings.from(source);
        PayaraServer process = PayaraServer.start(settings, PlatformBootstrap.from(source));
        BenchServer server = new BenchServer(settings, process);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        process.awaitReady(PATIENCE);
        return server;
    }

    Path log() {
        return process.logFile();
    }

    String url() {
        return settings.addresses().publicUrl();
    }

    /** Where devices and people connect, on this machine. */
    int port() {
        return settings.addresses().https();
    }

    /** The most memory that the process ever had resident, in MiB. */
    long peakMemory() throws IOException {
        return memory("VmHWM:");
    }

    /** The memory that the process has resident, in MiB. */
    long residentMemory() throws IOException {
        return memory("VmRSS:");
    }

    /** @param name of proc(5), in Linux */
    private long memory(String name) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    SSLContext trust() throws IOException, GeneralSecurityException {
        try (InputStream root = Files.newInputStream(settings.locations().rootCertificate())) {
            KeyStore roots = KeyStore.getInstance("PKCS12");
            roots.load(null, null);
            roots.setCertificateEntry(
                    "root", CertificateFactory.getInstance("X.509").generateCertificate(root));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(roots);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        }
    }

    private static Map<String, String> freePorts() throws IOException {
        Map<String, String> ports = new HashMap<>();
        List<ServerSocket> taken = new ArrayList<>();
        for (String name : List.of("http", "https", "device", "admin")) {
            ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            taken.add(socket);
            ports.put("muster." + name + "-port", Integer.toString(socket.getLocalPort()));
        }
        for (ServerSocket socket : taken) {
            socket.close();
        }
        return ports;
    }

    @Override
    public void close() {
        process.kill();
    }
}
