package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.launcher.keys.KeyCommands;
import dev.muster.launcher.settings.LaunchFailure;
import dev.muster.launcher.settings.SettingsSource;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Await;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Both roots are replaced: before, while both are trusted, and after the old ones are retired. Clients and devices trust
 * one root each; they are curl, openssl, Python and Java.
 */
@Tag("endurance")
class RootReplacementIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String MASTER_KEY = "cm9vdHMgYXJlIHJlcGxhY2VkIGluIHRoaXMgdGVzdCE=";
    private static final String SELF = "/api/v1/device";
    private static final String PROVISION = "/api/v1/provision";
    private static final String END = "-----END CERTIFICATE-----";

    @TempDir
    Path directory;

    private final String name = "roots_" + UUID.randomUUID().toString().replace('-', '_');
    private final Map<String, String> settings = new HashMap<>();
    private MusterServer server;
    private Fleet fleet;
    private Openssl openssl;
    private DeviceCa factory;
    private Certificate proof;
    private OwnKey own;

    @BeforeEach
    void start() throws Exception {
        Database.postgres().createDatabase(name);
        settings.putAll(Database.postgres().settings(name));
        settings.put("muster.master-key", MASTER_KEY);
        openssl = new Openssl(directory);
        server = Database.POSTGRESQL.start(name, settings);
        fleet = Fleet.create(server);
        fleet.enroll(ImportFile.of(1, 9));
        factory = DeviceCa.create(fleet, directory);
        proof = fleet.newCertificate();
        own = OwnKey.create(directory);
    }

    @AfterEach
    void end() {
        server.kill();
    }

    @Test
    void bothAreTrustedForATimeAndThenTheNewOneOnly() throws Exception {
        Path oldServerRoot = Files.copy(server.root(), directory.resolve("old-server.pem"));
        Path oldDeviceRoot = Files.copy(server.deviceRoot(), directory.resolve("old-device.pem"));
        CertifiedDevice byFactory = factory.device(ImportFile.imei(1));
        inTls(byFactory).get(SELF).expect(200);
        Answer byRequest = provision(2);
        SimulatedDevice byToken = SimulatedDevice.provision(server, proof, ImportFile.imei(3));
        Certificate revokedBefore = fleet.newCertificate();
        String oldPem = pem(revokedBefore.id());
        assertThatThrownBy(() -> command("replace-root", "server"))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("Stop all servers");
        assertThatThrownBy(() -> whileStopped("retire-root", "server")).hasMessageContaining("no successor");

        whileStopped("replace-root", "server");
        whileStopped("replace-root", "device");
        assertThatThrownBy(() -> command("replace-root", "device")).hasMessageContaining("has a successor already");
        assertThat(command("list-roots").lines()).hasSize(4);
        server.launch();

        Path newServerRoot =
                write("new-server.pem", pems(Files.readString(server.root())).get(1));
        assertThat(pems(Files.readString(server.root())).get(0)).isEqualTo(Files.readString(oldServerRoot));
        assertAccepted(oldServerRoot, true);
        assertAccepted(newServerRoot, true);
        List<String> deviceRoots = pems(Files.readString(server.deviceRoot()));
        assertThat(deviceRoots.get(1)).isEqualTo(Files.readString(oldDeviceRoot));
        Path newDeviceRoot = write("new-device.pem", deviceRoots.get(0));

        oldCertificatesWork(byFactory, byRequest, byToken);
        DeviceCa nextFactory = DeviceCa.create(fleet, directory);
        CertifiedDevice byNext = nextFactory.device(ImportFile.imei(5));
        TlsDevice.of(server, byNext.key(), byNext.certificate()).get(SELF).expect(200);
        JsonObject created = nextFactory.created();
        assertVerified(nextFactory.certificate(), created.getString("chain"), newDeviceRoot, true);
        assertVerified(nextFactory.certificate(), created.getString("chain"), oldDeviceRoot, true);
        assertVerified(factory.certificate(), chain(factory.id()), oldDeviceRoot, true);
        assertVerified(factory.certificate(), chain(factory.id()), newDeviceRoot, true);
        Answer renewed =
                own.client(server, byRequest).post(PROVISION, own.body()).expect(200);
        assertThat(OwnKey.chain(renewed).get(1))
                .isNotEqualTo(OwnKey.chain(byRequest).get(1));
        assertVerified(OwnKey.chain(renewed).get(1), chain(nextFactory.id()), newDeviceRoot, true);
        assertVerified(OwnKey.chain(renewed).get(1), chain(nextFactory.id()), oldDeviceRoot, true);
        own.client(server, renewed).get(SELF).expect(200);
        listsAreApart(revokedBefore, oldPem, oldDeviceRoot, newDeviceRoot);

        assertThatThrownBy(() -> whileStopped("retire-root", "device"))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("--end-certificates");
        assertThat(command("retire-root", "device", "--end-certificates")).contains("have ended");
        command("retire-root", "server");
        assertThat(command("list-roots").lines()).hasSize(2);
        server.launch();

        assertThat(server.root()).hasSameTextualContentAs(newServerRoot);
        assertThat(server.deviceRoot()).hasSameTextualContentAs(newDeviceRoot);
        assertAccepted(newServerRoot, true);
        assertAccepted(oldServerRoot, false);
        assertThatThrownBy(() -> inTls(byFactory).get(SELF)).hasRootCauseInstanceOf(java.io.IOException.class);
        assertProblem(
                SimulatedDevice.request(server.nobody(), byFactory.accessKey(), byFactory.body(ImportFile.imei(1))),
                401,
                ProblemCode.INVALID_PROOF);
        byToken.client().at(server).get(SELF).expect(200);
        assertProblem(
                SimulatedDevice.request(server.nobody(), Proof.fresh(proof, ImportFile.imei(6))),
                403,
                ProblemCode.CERTIFICATE_EXPIRED);
        TlsDevice.of(server, byNext.key(), byNext.certificate()).get(SELF).expect(200);
        own.client(server, renewed).get(SELF).expect(200);
        fleet.manufacturer()
                .at(server)
                .post(fleet.certificatesPath(), "{\"name\":\"Tracker\",\"validityDays\":30}")
                .expect(201);
        assertThat(server.administratorByToken()
                        .get(PublicLog.PATH + "?search=root-")
                        .expect(200)
                        .items()
                        .toString())
                .contains("root-replaced", "root-retired", "oldRoot", "newRoot");
    }

    private void oldCertificatesWork(CertifiedDevice byFactory, Answer byRequest, SimulatedDevice byToken)
            throws Exception {
        inTls(byFactory).get(SELF).expect(200);
        TlsDevice.of(server, byFactory.key(), byFactory.certificate()).get(SELF).expect(200);
        own.client(server, byRequest).get(SELF).expect(200);
        byToken.client().at(server).get(SELF).expect(200);
        CertifiedDevice another = factory.device(ImportFile.imei(4));
        String withRoot = another.body(
                ImportFile.imei(4),
                List.of(
                        another.certificate(),
                        factory.certificate(),
                        Files.readString(directory.resolve("old-device.pem"))));
        SimulatedDevice.request(server.nobody(), another.accessKey(), withRoot).expect(201);
        SimulatedDevice.provision(server, proof, ImportFile.imei(8));
    }

    /** What the old root has signed is on its list, and what the new root has signed is on the list of the new one. */
    private void listsAreApart(Certificate before, String beforePem, Path oldRoot, Path newRoot) throws Exception {
        Certificate after = fleet.newCertificate();
        String afterPem = pem(after.id());
        fleet.manufacturer()
                .delete(fleet.certificatesPath() + "/" + before.id())
                .expect(204);
        fleet.manufacturer().delete(fleet.certificatesPath() + "/" + after.id()).expect(204);
        RevocationListOfRoot ofOld = RevocationListOfRoot.at(server, X509.of(beforePem));
        RevocationListOfRoot ofNew = RevocationListOfRoot.at(server, X509.of(afterPem));
        assertThat(ofOld.serialNumbers()).containsExactly(X509.of(beforePem).serialNumber());
        assertThat(ofNew.serialNumbers()).containsExactly(X509.of(afterPem).serialNumber());
        assertThat(openssl.verifyWithList(beforePem, ofOld.der(), oldRoot)).contains("certificate revoked");
        assertThat(openssl.verifyWithList(afterPem, ofNew.der(), newRoot)).contains("certificate revoked");
    }

    private Answer provision(int serial) {
        return server.nobody()
                .post(PROVISION + "/" + proof.accessKey(), own.body(proof, ImportFile.imei(serial)))
                .expect(201);
    }

    private ApiClient inTls(CertifiedDevice device) {
        return TlsDevice.of(server, device.key(), device.certificate(), factory.certificate());
    }

    private void assertAccepted(Path root, boolean accepted) throws Exception {
        for (String url : List.of(server.url(), server.deviceUrl())) {
            for (TlsClient client : TlsClient.present()) {
                assertThat(client.accepts("localhost", URI.create(url).getPort(), root))
                        .as(client + " with " + root.getFileName() + " at " + url)
                        .isEqualTo(accepted);
            }
        }
    }

    /** As openssl verifies an authority that somebody else has signed, with one root and the rest of the chain. */
    private void assertVerified(String certificate, String chain, Path root, boolean verified) throws Exception {
        Path leaf = write("verified.pem", certificate);
        Path untrusted = write("untrusted.pem", chain);
        assertThat(openssl.accepts(
                        "openssl",
                        "verify",
                        "-x509_strict",
                        "-CAfile",
                        root.toString(),
                        "-untrusted",
                        untrusted.toString(),
                        leaf.toString()))
                .as(root.getFileName().toString())
                .isEqualTo(verified);
    }

    private String pem(String certificateId) {
        return download(certificateId, "certificate.pem");
    }

    private String chain(String certificateId) {
        return download(certificateId, "chain.pem");
    }

    private String download(String certificateId, String file) {
        return fleet.manufacturer()
                .get(fleet.certificatesPath() + "/" + certificateId + "/" + file)
                .expect(200)
                .body();
    }

    private Path write(String file, String text) throws Exception {
        return Files.writeString(directory.resolve(file), text);
    }

    private static List<String> pems(String text) {
        return Stream.of(text.split("(?<=" + END + "\n)")).toList();
    }

    private String whileStopped(String... arguments) {
        server.kill();
        Await.until(
                PATIENCE,
                () -> Database.postgres().value("select count(*) from pg_stat_activity where datname = '" + name + "'"),
                "0"::equals);
        return command(arguments);
    }

    private String command(String... arguments) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("muster.data-dir", server.locations().data().toString());
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        new KeyCommands(SettingsSource.of(all), new PrintStream(output, true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
        return output.toString(StandardCharsets.UTF_8);
    }
}
