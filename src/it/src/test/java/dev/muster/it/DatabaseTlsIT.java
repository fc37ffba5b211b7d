package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.launcher.bootstrap.PlatformBootstrap;
import dev.muster.launcher.settings.LaunchFailure;
import dev.muster.launcher.settings.ServerSettings;
import dev.muster.launcher.settings.SettingsSource;
import dev.muster.testkit.FreePorts;
import dev.muster.testkit.MusterServer;
import dev.muster.testkit.Postgres;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL under a name that is not this machine's own: the connection is verified TLS, or there is none. */
@Tag("endurance")
class DatabaseTlsIT {

    private static final String MASTER_KEY = "dGhlIGRhdGFiYXNlIGlzIHZlcmlmaWVkIGJ5IFRMUyE=";

    @TempDir
    static Path directory;

    private static String host;
    private static Postgres tls;
    private static Postgres other;
    private static Postgres plain;

    @BeforeAll
    static void start() throws Exception {
        InetAddress own = InetAddress.getLocalHost();
        host = own.getHostName();
        assertThat(host).as("the name of this machine").isNotEqualTo("localhost");
        authority("right");
        authority("wrong");
        certificate("server", host);
        certificate("other", "other.example");
        Path hba = Files.writeString(directory.resolve("hba.conf"), "local all all trust\nhost all all all trust\n");
        Map<String, String> common =
                Map.of("hba_file", hba.toString(), "listen_addresses", "localhost," + own.getHostAddress());
        tls = Postgres.start(directory.resolve("tls"), secured(common, "server"));
        other = Postgres.start(directory.resolve("other"), secured(common, "other"));
        plain = Postgres.start(directory.resolve("plain"), common);
    }

    @AfterAll
    static void end() {
        tls.close();
        other.close();
        plain.close();
    }

    /** Both the launcher and the server: all connections of the application's role are encrypted. */
    @Test
    void aServerWorksOverVerifiedTls() {
        Map<String, String> own = new HashMap<>(settings(url(host, tls.port())));
        own.put("muster.db.root", directory.resolve("right.pem").toString());
        own.put("muster.master-key", MASTER_KEY);
        MusterServer server = Database.POSTGRESQL.start("database-tls", own);
        try {
            server.nobody().get("/health/ready").expect(200);
            String connections = "select count(*) from pg_stat_ssl s join pg_stat_activity a on a.pid = s.pid"
                    + " where a.usename = 'muster' and ";
            assertThat(Integer.parseInt(tls.value(connections + "s.ssl"))).isPositive();
            assertThat(tls.value(connections + "not s.ssl")).isEqualTo("0");
        } finally {
            server.kill();
        }
    }

    @Test
    void ofSeveralHostsTheOneThatAnswersIsVerified() throws Exception {
        int closed = Integer.parseInt(FreePorts.settings().get("muster.http-port"));
        String url =
                "jdbc:postgresql://%s:%d,%s:%d/muster?hostRecheckSeconds=0".formatted(host, closed, host, tls.port());
        assertThatCode(() -> prepare(url, "right")).doesNotThrowAnyException();
        assertThatThrownBy(() -> prepare(url, "wrong")).isInstanceOf(LaunchFailure.class);
        String mixed =
                "jdbc:postgresql://localhost:%d,%s:%d/muster?hostRecheckSeconds=0".formatted(closed, host, tls.port());
        assertThatThrownBy(() -> prepare(mixed, "wrong")).isInstanceOf(LaunchFailure.class);
    }

    @Test
    void aCertificateOfAnotherAuthorityIsRefused() {
        assertThatThrownBy(() -> prepare(url(host, tls.port()), "wrong"))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("muster.db.root");
    }

    /** Without a setting only public authorities count. */
    @Test
    void withoutItsRootTheStartIsRefused() {
        assertThatThrownBy(() -> prepare(url(host, tls.port()), null))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("muster.db.root");
    }

    @Test
    void aCertificateForAnotherNameIsRefused() {
        assertThatThrownBy(() -> prepare(url(host, other.port()), "right"))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("muster.db.root");
    }

    @Test
    void aDatabaseWithoutTlsIsRefusedUnlessTheOperatorInsists() {
        assertThatThrownBy(() -> prepare(url(host, plain.port()), "right"))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("muster.db.root");
        assertThatThrownBy(() -> prepare(url(host, plain.port()) + "?sslmode=prefer", "right"))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("muster.db.allow-insecure-connection");
        Map<String, String> insisting = new HashMap<>(settings(url(host, plain.port())));
        insisting.put("muster.db.allow-insecure-connection", "true");
        assertThatCode(() -> prepare(insisting)).doesNotThrowAnyException();
    }

    @Test
    void onThisMachineNothingIsAskedFor() {
        assertThatCode(() -> prepare(url("localhost", plain.port()), null)).doesNotThrowAnyException();
    }

    private static String url(String name, int port) {
        return "jdbc:postgresql://%s:%d/muster".formatted(name, port);
    }

    private static Map<String, String> settings(String url) {
        return Map.of(
                "muster.data-dir",
                directory.resolve("data").toString(),
                "muster.db.url",
                url,
                "muster.db.user",
                Postgres.NAME,
                "muster.db.password",
                Postgres.PASSWORD,
                "muster.db.owner.user",
                Postgres.OWNER,
                "muster.db.owner.password",
                Postgres.PASSWORD);
    }

    private static void prepare(String url, String root) {
        Map<String, String> own = new HashMap<>(settings(url));
        if (root != null) {
            own.put("muster.db.root", directory.resolve(root + ".pem").toString());
        }
        prepare(own);
    }

    private static void prepare(Map<String, String> own) {
        new PlatformBootstrap(java.util.Optional.of(MASTER_KEY)).prepare(ServerSettings.from(SettingsSource.of(own)));
    }

    private static Map<String, String> secured(Map<String, String> common, String name) {
        Map<String, String> secured = new HashMap<>(common);
        secured.put("ssl", "on");
        secured.put("ssl_cert_file", directory.resolve(name + ".pem").toString());
        secured.put("ssl_key_file", directory.resolve(name + ".key").toString());
        return secured;
    }

    private static void authority(String name) {
        Openssl openssl = new Openssl(directory);
        openssl.run(
                "openssl", "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", name + ".key");
        openssl.run(
                "openssl",
                "req",
                "-x509",
                "-key",
                name + ".key",
                "-subj",
                "/CN=" + name,
                "-days",
                "9",
                "-out",
                name + ".pem");
    }

    private static void certificate(String file, String name) throws Exception {
        Openssl openssl = new Openssl(directory);
        Files.writeString(directory.resolve(file + ".ext"), "subjectAltName=DNS:" + name + "\n");
        openssl.run(
                "openssl", "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", file + ".key");
        openssl.run("openssl", "req", "-new", "-key", file + ".key", "-subj", "/CN=" + name, "-out", file + ".csr");
        openssl.run(
                "openssl",
                "x509",
                "-req",
                "-in",
                file + ".csr",
                "-CA",
                "right.pem",
                "-CAkey",
                "right.key",
                "-days",
                "5",
                "-extfile",
                file + ".ext",
                "-out",
                file + ".pem");
        Files.setPosixFilePermissions(directory.resolve(file + ".key"), PosixFilePermissions.fromString("rw-------"));
    }
}
