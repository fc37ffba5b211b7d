package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Await;
import dev.muster.testkit.MusterServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What openssl is told when a handshake is refused (RFC 8446 section 6.2), and what the listeners offer. */
class HandshakeRefusalIT {

    private final MusterServer server = Database.H2.server();

    @TempDir
    Path directory;

    @BeforeEach
    void findOpenssl() {
        Tool.OPENSSL.require();
    }

    @ParameterizedTest
    @CsvSource({
        "-tls1_2 -cipher ECDHE-RSA-AES128-GCM-SHA256, handshake_failure",
        "-tls1_2 -cipher ECDHE-ECDSA-AES128-SHA, handshake_failure",
        "-tls1_1 -cipher ALL:@SECLEVEL=0, protocol_version",
        "-tls1_2 -sigalgs ECDSA+SHA1 -cipher ALL:@SECLEVEL=0, handshake_failure"
    })
    void bothListenersSayWhatIsMissing(String options, String alert) throws Exception {
        for (String url : List.of(server.url(), server.deviceUrl())) {
            assertThat(connect(url, options.split(" "))).contains("fatal " + alert);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    void aCertificateIsRefusedWithItsReason(String version) throws Exception {
        DeviceCa factory = DeviceCa.create(Database.H2.fleet(), directory);
        CertifiedDevice expired = factory.device("/serialNumber=001017001000010", -1);
        assertThat(connect(server.deviceUrl(), version, shown(expired))).contains("fatal certificate_expired");
        Tool.OPENSSL.run(
                directory,
                "",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-keyout",
                "own.key",
                "-out",
                "own.pem",
                "-days",
                "30",
                "-subj",
                "/CN=device");
        assertThat(connect(server.deviceUrl(), version, "-cert own.pem -key own.key"))
                .contains("fatal unknown_ca");
        CertifiedDevice good = factory.device("001017001000028");
        assertThat(connect(server.deviceUrl(), version, shown(forged(good)))).contains("fatal bad_certificate");
        assertThat(connect(server.deviceUrl(), version, shown(good))).doesNotContain("fatal");
        Await.until(
                Duration.ofMinutes(1),
                this::log,
                log -> log.contains("unknown_ca. The last one came from 127.0.0.1")
                        || log.contains("unknown_ca. The last one came from 0:0:0:0:0:0:0:1"));
    }

    @Test
    void noListenerOffersSha1OrHttp2() throws Exception {
        for (String url : List.of(server.url(), server.deviceUrl())) {
            assertThat(connect(url, "-tls1_2", "-alpn", "h2,http/1.1"))
                    .contains("No ALPN negotiated")
                    .doesNotContain("+SHA1", "fatal");
        }
        assertThat(connect(server.deviceUrl(), "-tls1_2")).contains("Requested Signature Algorithms: ECDSA+SHA256");
    }

    /** What existing devices sign with. */
    @ParameterizedTest
    @CsvSource({
        "EC -pkeyopt ec_paramgen_curve:P-256, -tls1_2",
        "EC -pkeyopt ec_paramgen_curve:P-384, -tls1_2",
        "EC -pkeyopt ec_paramgen_curve:P-384, -tls1_3",
        "RSA -pkeyopt rsa_keygen_bits:2048, -tls1_2 -sigalgs RSA+SHA256:ECDSA+SHA256",
        "RSA -pkeyopt rsa_keygen_bits:2048, -tls1_3",
        "ED25519, -tls1_3"
    })
    void keysOfEachKindAuthenticate(String key, String options) throws Exception {
        DeviceCa factory = DeviceCa.create(Database.H2.fleet(), directory);
        CertifiedDevice device = factory.deviceWithKey("001017001000036", key.split(" "));
        assertThat(connect(server.deviceUrl(), (options + " " + shown(device)).split(" ")))
                .contains("Verify return code: 0", "New, TLS")
                .doesNotContain("fatal");
    }

    private String connect(String url, String... options) throws Exception {
        URI address = URI.create(url);
        String line = "s_client -msg -CAfile %s -connect %s:%d %s"
                .formatted(server.root(), address.getHost(), address.getPort(), String.join(" ", options));
        return Tool.OPENSSL.run(directory, "GET / HTTP/1.0\r\n\r\n", (line + " -ign_eof").split(" +"));
    }

    private String shown(CertifiedDevice device) throws IOException {
        Files.writeString(directory.resolve("device.pem"), device.certificate());
        Files.writeString(directory.resolve("device.key"), device.key());
        return "-cert device.pem -key device.key";
    }

    /** Its signature has another last octet. */
    private static CertifiedDevice forged(CertifiedDevice device) {
        byte[] der = Base64.getDecoder().decode(CertifiedDevice.base64(device.certificate()));
        der[der.length - 1] ^= 1;
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(der)
                + "\n-----END CERTIFICATE-----\n";
        return new CertifiedDevice(device.accessKey(), device.key(), pem);
    }

    private String log() {
        try {
            return Files.readString(server.locations().logFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
