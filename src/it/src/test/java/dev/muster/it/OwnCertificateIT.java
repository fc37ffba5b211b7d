package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Await;
import dev.muster.testkit.MusterServer;
import dev.muster.testkit.Trust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with a certificate of another authority, which the operator renews while the server runs. */
@Tag("endurance")
class OwnCertificateIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String SERVER =
            "keyUsage=critical,digitalSignature\nextendedKeyUsage=serverAuth\nsubjectAltName=DNS:localhost\n";

    private static final String AUTHORITY =
            "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n";

    @TempDir
    Path directory;

    private Openssl openssl;

    @Test
    void clientsTrustItsAuthorityAndARenewalNeedsNoRestart() throws Exception {
        openssl = new Openssl(directory);
        root();
        sign("middle", "root", AUTHORITY, "EC", "ec_paramgen_curve:P-384");
        sign("first", "middle", SERVER, "RSA", "rsa_keygen_bits:2048");
        install("first");
        MusterServer server = Database.POSTGRESQL.start("own-certificate", settings());
        try {
            Path root = directory.resolve("root.pem");
            assertThat(server.root()).hasSameTextualContentAs(root);
            assertThat(server.nobody().get("/api/v1/pki/server.pem").expect(200).body())
                    .isEqualTo(Files.readString(root));
            assertAccepted(server, root);
            assertThat(shown(server)).isEqualTo(certificate("first"));

            sign("second", "middle", SERVER, "EC", "ec_paramgen_curve:P-256");
            install("second");
            Await.until(PATIENCE, () -> shown(server), certificate("second")::equals);
            assertAccepted(server, root);
        } finally {
            server.kill();
        }
    }

    private Map<String, String> settings() {
        return Map.of(
                "muster.tls.certificate", directory.resolve("own.pem").toString(),
                "muster.tls.key", directory.resolve("own.key").toString());
    }

    private void assertAccepted(MusterServer server, Path root) throws Exception {
        server.nobody().get("/health/ready").expect(200);
        for (String url : List.of(server.url(), server.deviceUrl())) {
            for (TlsClient client : TlsClient.present()) {
                int port = URI.create(url).getPort();
                assertThat(client.accepts("localhost", port, root))
                        .as(client + " " + url)
                        .isTrue();
                assertThat(client.accepts("localhost", port, server.deviceRoot()))
                        .as(client + " " + url)
                        .isFalse();
            }
        }
    }

    private void root() throws Exception {
        key("root", "EC", "ec_paramgen_curve:P-256");
        openssl.run(
                "openssl",
                "req",
                "-x509",
                "-key",
                "root.key",
                "-subj",
                "/CN=Authority",
                "-days",
                "9",
                "-out",
                "root.pem");
    }

    private void key(String name, String algorithm, String option) throws Exception {
        openssl.run("openssl", "genpkey", "-algorithm", algorithm, "-pkeyopt", option, "-out", name + ".key");
    }

    private void sign(String name, String issuer, String extensions, String algorithm, String option) throws Exception {
        key(name, algorithm, option);
        Files.writeString(directory.resolve(name + ".ext"), extensions);
        openssl.run("openssl", "req", "-new", "-key", name + ".key", "-subj", "/CN=" + name, "-out", name + ".csr");
        openssl.run(
                "openssl",
                "x509",
                "-req",
                "-in",
                name + ".csr",
                "-CA",
                issuer + ".pem",
                "-CAkey",
                issuer + ".key",
                "-days",
                "5",
                "-extfile",
                name + ".ext",
                "-out",
                name + ".pem");
    }

    /** As an ACME client does: each file is replaced as a whole, one after the other. */
    private void install(String name) throws Exception {
        String chain = Files.readString(directory.resolve(name + ".pem"))
                + Files.readString(directory.resolve("middle.pem"))
                + Files.readString(directory.resolve("root.pem"));
        replace("own.pem", chain);
        replace("own.key", Files.readString(directory.resolve(name + ".key")));
    }

    private void replace(String name, String text) throws Exception {
        Path draft = Files.writeString(directory.resolve(name + ".new"), text);
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
        Files.move(draft, directory.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private X509Certificate certificate(String name) throws Exception {
        return X509.of(Files.readString(directory.resolve(name + ".pem"))).certificate();
    }

    private static X509Certificate shown(MusterServer server) {
        URI address = URI.create(server.url());
        try (SSLSocket socket = (SSLSocket)
                Trust.in(server.root()).getSocketFactory().createSocket(address.getHost(), address.getPort())) {
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
