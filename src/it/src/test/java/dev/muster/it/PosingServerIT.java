package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.MusterServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody can pose as the platform: what a manufacturer holds is refused as a server by curl, openssl, Python and Java. */
class PosingServerIT {

    private static final List<String> HOSTS = List.of("localhost", "127.0.0.1");

    private static final String SERVER_AUTH = "extendedKeyUsage=serverAuth\nkeyUsage=critical,digitalSignature\n";

    private static final String NAMES = "subjectAltName=DNS:localhost,IP:127.0.0.1,DNS:muster.example\n";

    private final MusterServer server = Database.POSTGRESQL.server();

    @TempDir
    Path directory;

    private Fleet fleet;

    @BeforeEach
    void makeTenants() {
        fleet = Fleet.create(server);
    }

    @Test
    void theServerItselfIsAcceptedByItsOwnRootOnly() throws Exception {
        int port = URI.create(server.url()).getPort();
        for (TlsClient client : TlsClient.present()) {
            for (String host : HOSTS) {
                assertThat(client.accepts(host, port, server.root()))
                        .as(client + " " + host)
                        .isTrue();
                assertThat(client.accepts(host, port, server.deviceRoot()))
                        .as(client + " " + host)
                        .isFalse();
            }
        }
    }

    /** So that the refusals below are told from clients that refuse everything. */
    @Test
    void whatATrustedAuthorityHasSignedIsAccepted() throws Exception {
        DeviceCa stranger = DeviceCa.stranger(directory);
        CertifiedDevice own = stranger.device("/CN=localhost", 10, SERVER_AUTH + NAMES);
        try (PosingServer posing = PosingServer.start(own.key(), own.certificate())) {
            for (TlsClient client : TlsClient.present()) {
                for (String host : HOSTS) {
                    assertThat(client.accepts(host, posing.port(), stranger.certificateFile()))
                            .as(client + " " + host)
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SERVER_AUTH + NAMES, "extendedKeyUsage=anyExtendedKeyUsage\n" + NAMES, NAMES})
    void aServerByADeviceCaIsRefused(String extensions) throws Exception {
        DeviceCa factory = DeviceCa.create(fleet, directory);
        CertifiedDevice posing = factory.device("/CN=localhost", 10, extensions);
        assertRefused(posing.key(), posing.certificate() + factory.certificate(), trusts());
    }

    /** A client with the device root would take a common name for the host's, were it not for the server root. */
    @Test
    void aServerByADeviceCaWithoutOtherNamesIsRefused() throws Exception {
        DeviceCa factory = DeviceCa.create(fleet, directory);
        CertifiedDevice posing = factory.device("/CN=localhost", 10, SERVER_AUTH);
        List<Path> serverRoot = List.of(server.root());
        assertRefused(posing.key(), posing.certificate() + factory.certificate(), serverRoot);
    }

    @Test
    void aProofCertificateIsRefused() throws Exception {
        JsonObject proof = fleet.manufacturer()
                .post(fleet.certificatesPath(), "{\"name\":\"Tracker\",\"validityDays\":30}")
                .expect(201)
                .json();
        assertRefused(proof.getString("privateKey"), proof.getString("certificate"), trusts());
    }

    /** Of a request only the key is taken: the names in it are not in the certificate. */
    @Test
    void norDoesARequestBringTheNamesOfTheServer() throws Exception {
        Openssl openssl = new Openssl(directory);
        openssl.run("openssl", "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", "own.key");
        String request = openssl.run(
                "openssl",
                "req",
                "-new",
                "-key",
                "own.key",
                "-subj",
                "/CN=localhost",
                "-addext",
                "subjectAltName=DNS:localhost,IP:127.0.0.1",
                "-addext",
                "extendedKeyUsage=serverAuth");
        String certificate = fleet.manufacturer()
                .post(fleet.certificatesPath(), wish("Tracker", request))
                .expect(201)
                .text("certificate");
        Path file = Files.writeString(directory.resolve("leaf.pem"), certificate);
        assertThat(openssl.run("openssl", "x509", "-noout", "-text", "-in", file.toString()))
                .doesNotContain("CN = localhost", "DNS:localhost", "Alternative Name", "TLS Web Server");
        assertRefused(Files.readString(directory.resolve("own.key")), certificate, trusts());
        assertProblem(
                fleet.manufacturer().post(fleet.certificatesPath(), wish("localhost", request)),
                422,
                ProblemCode.VALIDATION_FAILED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST.",
                "\uFF4C\uFF4F\uFF43\uFF41\uFF4C\uFF48\uFF4F\uFF53\uFF54",
                "local\u200Bhost",
                "xn--localhost-",
                "localhost\u3002",
                "127.0.0.1",
                "127.1",
                "\uFF11\uFF12\uFF17\uFF0E0\uFF0E0\uFF0E1",
                "[::1]",
                "0:0:0:0:0:0:0:1",
                "*",
                "*.example"
            })
    void noCertificateHasTheNameOfTheServer(String name) {
        for (String purpose : List.of("PROOF", "DEVICE_CA")) {
            String wish = Json.createObjectBuilder()
                    .add("name", name)
                    .add("purpose", purpose)
                    .add("validityDays", 30)
                    .build()
                    .toString();
            assertProblem(
                    fleet.manufacturer().post(fleet.certificatesPath(), wish), 422, ProblemCode.VALIDATION_FAILED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LocalHost.", "127.0.0.1", "local\u00ADhost"})
    void norHasATenant(String name) {
        String organization =
                Json.createObjectBuilder().add("name", name).build().toString();
        ApiClient administrator = server.administratorByToken();
        assertProblem(administrator.post("/api/v1/organizations", organization), 422, ProblemCode.VALIDATION_FAILED);
        String manufacturer = Json.createObjectBuilder()
                .add("name", name)
                .add("identifierScheme", "IMEI")
                .add("enrollment", "OPEN")
                .build()
                .toString();
        assertProblem(administrator.post("/api/v1/manufacturers", manufacturer), 422, ProblemCode.VALIDATION_FAILED);
    }

    private static String wish(String name, String request) {
        return Json.createObjectBuilder()
                .add("name", name)
                .add("validityDays", 30)
                .add("csr", request)
                .build()
                .toString();
    }

    /** What a client may have been given: the server root, as it should, or both roots. */
    private List<Path> trusts() throws Exception {
        Path serverRoot = server.root();
        String both = Files.readString(serverRoot) + Files.readString(server.deviceRoot());
        return List.of(serverRoot, Files.writeString(directory.resolve("both-roots.pem"), both));
    }

    private static void assertRefused(String key, String chain, List<Path> trusts) throws Exception {
        try (PosingServer posing = PosingServer.start(key, chain)) {
            for (TlsClient client : TlsClient.present()) {
                for (Path roots : trusts) {
                    for (String host : HOSTS) {
                        assertThat(client.accepts(host, posing.port(), roots))
                                .as(client + " " + host + " " + roots.getFileName())
                                .isFalse();
                    }
                }
            }
        }
    }
}
