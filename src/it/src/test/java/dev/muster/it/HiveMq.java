package dev.muster.it;

import dev.muster.testkit.Await;
import dev.muster.testkit.FreePorts;
import dev.muster.testkit.MusterServer;
import dev.muster.testkit.Trust;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** HiveMQ Community Edition ({@code src/hivemq}) in a process of its own: an operator's broker, which asks Muster about devices. */
final class HiveMq implements AutoCloseable {

    static final String USER = "muster";

    static final String PASSWORD = "only-for-this-test";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String CONFIGURATION = """
            <hivemq>
              <listeners>
                <tls-tcp-listener>
                  <port>%d</port>
                  <bind-address>127.0.0.1</bind-address>
                  <tls>
                    <keystore>
                      <path>%s</path>
                      <password>%3$s</password>
                      <private-key-password>%3$s</private-key-password>
                    </keystore>
                    <truststore>
                      <path>%4$s</path>
                      <password>%3$s</password>
                    </truststore>
                    <client-authentication-mode>OPTIONAL</client-authentication-mode>
                  </tls>
                </tls-tcp-listener>
              </listeners>
              <persistence>
                <mode>in-memory</mode>
              </persistence>
              <anonymous-usage-statistics>
                <enabled>false</enabled>
              </anonymous-usage-statistics>
            </hivemq>
            """;

    private final Path directory;
    private final OperatorCa operator;
    private final int port = FreePorts.next();
    private Process process;

    /** @param directory that exists, of its own */
    HiveMq(Path directory, OperatorCa operator) {
        this.directory = directory;
        this.operator = operator;
    }

    int port() {
        return port;
    }

    /** @param server that the broker asks, at its {@code muster.broker-hook-port} */
    HiveMq start(MusterServer server) throws IOException, GeneralSecurityException {
        Files.createDirectories(directory.resolve("conf"));
        Files.createDirectories(directory.resolve("data"));
        Files.createDirectories(directory.resolve("extensions"));
        Path own = operator.issue("hivemq");
        Path trusted = store("devices.p12", server.deviceRoot());
        Files.writeString(
                directory.resolve("conf/config.xml"), CONFIGURATION.formatted(port, own, OperatorCa.PASSWORD, trusted));
        launch("https://localhost:" + server.port("muster.broker-hook-port"), own, store("muster.p12", server.root()));
        return this;
    }

    private void launch(String hook, Path own, Path trusted) throws IOException {
        Path module = Path.of(System.getProperty("muster.home"), "src/hivemq/target");
        Path log = directory.resolve("hivemq.log");
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-Djavax.net.ssl.keyStore=" + own,
                        "-Djavax.net.ssl.keyStorePassword=" + OperatorCa.PASSWORD,
                        "-Djavax.net.ssl.trustStore=" + trusted,
                        "-Djavax.net.ssl.trustStorePassword=" + OperatorCa.PASSWORD,
                        "-cp",
                        module.resolve("classes") + ":" + module.resolve("lib") + "/*",
                        "dev.muster.hivemq.Broker",
                        directory.toString(),
                        hook,
                        USER,
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        Await.until(PATIENCE, () -> text(log), text -> text.contains("\nready") || !process.isAlive());
        if (!process.isAlive()) {
            throw new AssertionError("HiveMQ has ended: " + text(log));
        }
    }

    private Path store(String name, Path roots) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        int number = 0;
        for (var root : CertificateFactory.getInstance("X.509").generateCertificates(Files.newInputStream(roots))) {
            store.setCertificateEntry("root" + number++, root);
        }
        Path file = directory.resolve(name);
        try (OutputStream output = Files.newOutputStream(file)) {
            store.store(output, OperatorCa.PASSWORD.toCharArray());
        }
        return file;
    }

    /** TLS of a client without a certificate. */
    SSLContext trust() {
        return Trust.in(operator.root());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
