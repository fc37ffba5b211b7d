package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.MusterServer;
import dev.muster.testkit.Trust;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Devices that show their own certificate in TLS: who passes, who does not, and what the first connection does. */
class DeviceTlsIT {

    private static final String PROVISION = "/api/v1/provision";
    private static final String TELEMETRY = "/api/v1/telemetry";
    private static final String SELF = "/api/v1/device";
    private static final String MESSAGE = "{\"ts\":1764000000000,\"data\":{\"a\":1}}";
    private static final int PARALLEL = 16;

    private final Database database = Database.POSTGRESQL;

    @TempDir
    Path directory;

    private MusterServer server;
    private Fleet fleet;
    private DeviceCa factory;

    @BeforeEach
    void makeTenants() throws Exception {
        server = database.server();
        fleet = Fleet.create(server);
        factory = DeviceCa.create(fleet, directory);
        fleet.enroll(ImportFile.of(1, 3));
    }

    @Test
    void aDeviceIsProvisionedByTheCertificateThatItShows() throws Exception {
        ApiClient device = client(factory.device(imei(1)));
        Answer first = device.send(device.request(PROVISION).POST(BodyPublishers.noBody()));
        assertThat(first.expect(201).text("uniqueIdentifier")).isEqualTo(imei(1));
        assertThat(first.header("Location")).contains(SELF);
        Answer second = device.post(PROVISION, "{\"uniqueIdentifier\":\"" + imei(1) + "\"}");
        JsonObject credentials = second.expect(200).json().getJsonObject("credentials");
        String key = credentials.getString("accessKey");
        String token = credentials.getString("accessToken");
        server.nobody().basic(key, token).post(TELEMETRY, MESSAGE).expect(202);
        server.onDevicePort().basic(key, token).get(SELF).expect(200);
        device.post(TELEMETRY, MESSAGE).expect(202);
        assertThat(device.get(SELF).expect(200).text("uniqueIdentifier")).isEqualTo(imei(1));
        assertProblem(device.post(PROVISION, "{}"), 409, ProblemCode.ALREADY_PROVISIONED);
        assertProblem(device.basic(key, "wrong").get(SELF), 401, ProblemCode.UNAUTHENTICATED);
        assertThat(outcomes()).containsExactly("already-provisioned", "rotated", "provisioned");
        JsonObject attempt = fleet.ownAttempts("").items().getJsonObject(0);
        assertThat(attempt.getString("certificateId")).isEqualTo(factory.id());
        assertThat(attempt.getString("uniqueIdentifier")).isEqualTo(imei(1));
    }

    @Test
    void itPassesOverEachVersionOfTlsAndHttp11Alone() throws Exception {
        CertifiedDevice device = factory.device(imei(1));
        for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
            for (Version version : Version.values()) {
                ApiClient client = client(version, protocol, device);
                assertThat(client.get(SELF).expect(200).response().version()).isEqualTo(Version.HTTP_1_1);
                client.post(TELEMETRY, MESSAGE).expect(202);
            }
        }
    }

    /** Where pages come from, HTTP/2 is not offered (payara.asadmin). */
    @Test
    void thePortalsListenerSpeaksHttp11Alone() {
        HttpClient offersBoth = HttpClient.newBuilder()
                .version(Version.HTTP_2)
                .sslContext(Trust.in(server.root()))
                .build();
        ApiClient client = new ApiClient(offersBoth, server.url(), null);
        assertThat(client.get("/login.xhtml").expect(200).response().version()).isEqualTo(Version.HTTP_1_1);
    }

    @Test
    void whatIsNotByThePlatformOrNotInItsTimeEndsInTheHandshake() throws Exception {
        CertifiedDevice expired = factory.device("/serialNumber=" + imei(1), -1);
        CertifiedDevice own = selfSigned(imei(1));
        for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
            for (ApiClient cut : List.of(
                    client(Version.HTTP_1_1, protocol, expired),
                    TlsDevice.of(server, Version.HTTP_1_1, protocol, own.key(), own.certificate()),
                    TlsDevice.of(server, Version.HTTP_1_1, protocol, factory.privateKey(), factory.certificate()))) {
                assertThatThrownBy(() -> cut.post(TELEMETRY, MESSAGE)).isInstanceOf(UncheckedIOException.class);
                assertThatThrownBy(() -> cut.post(PROVISION, "{}")).isInstanceOf(UncheckedIOException.class);
            }
        }
        assertThat(devices(fleet)).isZero();
    }

    @Test
    void whatADevicesCertificateLacksIsNamed() throws Exception {
        String named = "/CN=Tracker/serialNumber=" + imei(1);
        String usage = "keyUsage=critical,digitalSignature\n";
        String clients = "extendedKeyUsage=clientAuth\n";
        Map<CertifiedDevice, List<String>> wrong = Map.of(
                factory.device(named, 10, clients), List.of("KEY_USAGE", "keyUsage"),
                factory.device(named, 10, usage), List.of("CLIENT_AUTH", "clientAuth"),
                factory.device(named + "/serialNumber=2", 10, usage + clients),
                        List.of("NAMES", "more than one serialNumber"),
                factory.device("/CN=1/CN=2", 10, usage + clients), List.of("NAMES", "more than one CN"));
        for (Map.Entry<CertifiedDevice, List<String>> device : wrong.entrySet()) {
            String reason = "DEVICE_CERTIFICATE_" + device.getValue().get(0);
            JsonObject problem =
                    assertProblem(client(device.getKey()).post(PROVISION, "{}"), 403, ProblemCode.PROOF_FORM_DISABLED);
            assertThat(problem.getString("detail"))
                    .contains(device.getValue().get(1))
                    .doesNotContain("turned on");
            JsonObject attempt = fleet.attempts("id=" + problem.getString("instance"))
                    .expect(200)
                    .items()
                    .getJsonObject(0);
            assertThat(attempt.getString("reason")).isEqualTo(reason);
        }
    }

    @Test
    void aCertificateThatIsNoDevicesIsNamed() throws Exception {
        JsonObject proof = fleet.manufacturer()
                .post(fleet.certificatesPath(), "{\"name\":\"it\",\"purpose\":\"PROOF\",\"validityDays\":30}")
                .expect(201)
                .json();
        ApiClient signer = TlsDevice.of(server, proof.getString("privateKey"), proof.getString("certificate"));
        ApiClient authority = client(factory.authority(imei(1)));
        for (ApiClient none : List.of(signer, authority)) {
            assertProblem(none.post(PROVISION, "{}"), 403, ProblemCode.PROOF_FORM_DISABLED);
            assertProblem(none.post(TELEMETRY, MESSAGE), 403, ProblemCode.PROOF_FORM_DISABLED);
            assertProblem(none.get(SELF), 403, ProblemCode.PROOF_FORM_DISABLED);
        }
        assertThat(fleet.attempts("outcome=proof-form-disabled").json().getInt("total"))
                .isEqualTo(2);
        assertThat(devices(fleet)).isZero();
    }

    @Test
    void withoutACertificateNothingIsProved() throws Exception {
        Answer none = server.onDevicePort().post(PROVISION, "{}");
        assertProblem(none, 401, ProblemCode.INVALID_PROOF);
        assertThat(none.header("WWW-Authenticate")).contains("Provision realm=\"muster\"");
        assertProblem(server.nobody().post(PROVISION, "{}"), 401, ProblemCode.INVALID_PROOF);
        assertProblem(server.onDevicePort().post(TELEMETRY, MESSAGE), 401, ProblemCode.UNAUTHENTICATED);
    }

    @Test
    void whatTheBodySaysMustNotContradict() throws Exception {
        ApiClient device = client(factory.device(imei(1)));
        assertProblem(
                device.post(PROVISION, "{\"uniqueIdentifier\":\"" + imei(2) + "\"}"), 401, ProblemCode.INVALID_PROOF);
        assertProblem(device.post(PROVISION, "{\"proof\":\"x\"}"), 401, ProblemCode.INVALID_PROOF);
        assertProblem(device.post(PROVISION, "{"), 400, ProblemCode.MALFORMED_REQUEST);
        assertProblem(device.post(PROVISION, "text/plain", "x"), 415, ProblemCode.UNSUPPORTED_MEDIA_TYPE);
        ApiClient nameless = client(factory.device("/CN=SN_" + imei(1), 10));
        assertProblem(nameless.post(PROVISION, "{}"), 422, ProblemCode.INVALID_IDENTIFIER);
        assertProblem(nameless.post(TELEMETRY, MESSAGE), 422, ProblemCode.INVALID_IDENTIFIER);
        assertThat(fleet.attempts("").body()).contains("WRONG_SUBJECT", "SEVERAL_PROOFS");
        assertThat(devices(fleet)).isZero();
    }

    /** Two manufacturers with the same identifiers, and two organizations that have devices of one of them. */
    @Test
    void aDeviceIsItsManufacturersAndItsOrganizations() throws Exception {
        Fleet other = Fleet.create(server);
        DeviceCa othersFactory = DeviceCa.create(other, directory);
        other.enroll(ImportFile.of(1, 1));
        Fleet rival = fleet.rival();
        rival.enroll(ImportFile.of(4, 1));
        ApiClient one = client(factory.device(imei(1)));
        ApiClient same = client(othersFactory, othersFactory.device(imei(1)));
        ApiClient rivals = client(factory.device(imei(4)));
        for (ApiClient device : List.of(one, same, rivals)) {
            device.post(TELEMETRY, MESSAGE).expect(202);
        }
        assertThat(organization(one)).isEqualTo(fleet.organizationId());
        assertThat(organization(same)).isEqualTo(other.organizationId());
        assertThat(organization(rivals)).isEqualTo(rival.organizationId());
        ApiClient unknown = client(othersFactory, othersFactory.device(imei(2)));
        assertProblem(unknown.post(PROVISION, "{}"), 404, ProblemCode.DEVICE_NOT_IMPORTED);
        assertProblem(unknown.get(SELF), 404, ProblemCode.DEVICE_NOT_IMPORTED);
        assertThat(devices(fleet) + devices(other) + devices(rival)).isEqualTo(3);
    }

    @Test
    void aDeviceWhoseFirstActIsTelemetryIsCreatedAndItsMessageKept() throws Exception {
        ApiClient device = client(factory.device(imei(1)));
        Answer bad = device.post(TELEMETRY, "{\"ts\":1764000000000}");
        assertProblem(bad, 422, ProblemCode.INVALID_TELEMETRY, "errors");
        assertThat(devices(fleet)).isZero();
        device.post(TELEMETRY, MESSAGE).expect(202);
        String id = device.get(SELF).expect(200).text("id");
        Answer kept = fleet.organization().get(fleet.devicesPath() + "/" + id + "/telemetry");
        assertThat(kept.expect(200).items()).hasSize(1);
        assertThat(outcomes()).containsExactly("provisioned");

        fleet.organization().delete(fleet.devicesPath() + "/" + id).expect(204);
        device.post(TELEMETRY, MESSAGE).expect(202);
        assertThat(outcomes()).containsExactly("provisioned", "provisioned");
    }

    @Test
    void aDeviceThatNobodyHasImportedIsToldWhenToComeBack() throws Exception {
        ApiClient early = client(factory.device(imei(5)));
        Answer refused = early.post(TELEMETRY, MESSAGE);
        JsonObject problem = assertProblem(refused, 404, ProblemCode.DEVICE_NOT_IMPORTED);
        assertThat(refused.header("Retry-After")).isPresent();
        String instance = problem.getString("instance").substring("urn:uuid:".length());
        assertThat(fleet.attempts("id=" + instance).items()).hasSize(1);
        fleet.enroll(ImportFile.of(5, 1));
        early.post(TELEMETRY, MESSAGE).expect(202);
    }

    @Test
    void firstMessagesAtOnceMakeOneDevice() throws Exception {
        CertifiedDevice device = factory.device(imei(1));
        List<ApiClient> clients =
                IntStream.range(0, PARALLEL).mapToObj(i -> client(device)).toList();
        List<CompletableFuture<Answer>> sent = IntStream.range(0, PARALLEL)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> clients.get(i)
                        .post(TELEMETRY, "{\"ts\":%d,\"data\":{\"a\":%d}}".formatted(1_764_000_000_000L + i, i))))
                .toList();
        for (CompletableFuture<Answer> answer : sent) {
            answer.get().expect(202);
        }
        assertThat(devices(fleet)).isEqualTo(1);
        assertThat(outcomes()).containsExactly("provisioned");
        String id = client(device).get(SELF).expect(200).text("id");
        String path = fleet.devicesPath() + "/" + id + "/telemetry";
        assertThat(fleet.organization().get(path).expect(200).items()).hasSize(PARALLEL);
    }

    @Test
    void aRevocationEndsEveryConnectionAtItsNextRequest() throws Exception {
        ApiClient joined = client(factory.device(imei(1)));
        ApiClient late = client(factory.device(imei(2)));
        DeviceCa next = DeviceCa.create(fleet, directory);
        joined.post(TELEMETRY, MESSAGE).expect(202);
        fleet.manufacturer()
                .delete(fleet.certificatesPath() + "/" + factory.id())
                .expect(204);
        assertProblem(joined.post(TELEMETRY, MESSAGE), 403, ProblemCode.DEVICE_INVALIDATED);
        assertProblem(joined.get(SELF), 403, ProblemCode.DEVICE_INVALIDATED);
        assertProblem(joined.post(PROVISION, "{}"), 403, ProblemCode.CERTIFICATE_REVOKED);
        assertProblem(late.post(TELEMETRY, MESSAGE), 403, ProblemCode.CERTIFICATE_REVOKED);
        assertProblem(late.post(PROVISION, "{}"), 403, ProblemCode.CERTIFICATE_REVOKED);
        ApiClient again = client(next, next.device(imei(1)));
        assertProblem(again.post(TELEMETRY, MESSAGE), 403, ProblemCode.DEVICE_INVALIDATED);
        again.post(PROVISION, "{}").expect(200);
        again.post(TELEMETRY, MESSAGE).expect(202);
        assertProblem(joined.post(TELEMETRY, MESSAGE), 403, ProblemCode.CERTIFICATE_REVOKED);
    }

    @Test
    void aSuspensionAndALimitStopWhatHasNotJoined() throws Exception {
        ApiClient joined = client(factory.device(imei(1)));
        ApiClient late = client(factory.device(imei(2)));
        joined.post(TELEMETRY, MESSAGE).expect(202);
        suspension("suspend");
        joined.post(TELEMETRY, MESSAGE).expect(202);
        assertProblem(late.post(TELEMETRY, MESSAGE), 403, ProblemCode.MANUFACTURER_SUSPENDED);
        assertProblem(late.post(PROVISION, "{}"), 403, ProblemCode.MANUFACTURER_SUSPENDED);
        suspension("resume");
        fleet.manufacturer()
                .patch(fleet.certificatesPath() + "/" + factory.id(), "{\"maxDevices\":1}", null)
                .expect(200);
        assertProblem(late.post(TELEMETRY, MESSAGE), 403, ProblemCode.BUDGET_EXHAUSTED);
        assertProblem(late.post(PROVISION, "{}"), 403, ProblemCode.BUDGET_EXHAUSTED);
        joined.post(TELEMETRY, MESSAGE).expect(202);
    }

    @Test
    void aTrustedProxyTellsOfTheCertificateAndTheClient() throws Exception {
        TlsProxy proxy = TlsProxy.trusted(server);
        CertifiedDevice device = factory.device(imei(1));
        String client = "Forwarded: for=198.51.100.9, for=\"[2001:db8::17]:4711\", for=127.0.0.200";
        proxy.provision(device.certificate(), client).expect(201);
        JsonObject attempt = fleet.attempts("").items().getJsonObject(0);
        assertThat(attempt.getString("source")).isEqualTo("2001:db8:0:0:0:0:0:17");
        String chain = "Client-Cert-Chain: " + TlsProxy.field(factory.certificate());
        proxy.provision(device.certificate(), chain).expect(200);
        String own = "Client-Cert: " + TlsProxy.field(device.certificate());
        proxy.post(TELEMETRY, MESSAGE, List.of(own)).expect(202);
    }

    @Test
    void whatATrustedProxyTellsIsCheckedHere() throws Exception {
        TlsProxy proxy = TlsProxy.trusted(server);
        CertifiedDevice device = factory.device(imei(1));
        CertifiedDevice expired = factory.device("/serialNumber=" + imei(1), -1);
        for (String bad : List.of(
                expired.certificate(),
                selfSigned(imei(1)).certificate(),
                factory.certificate(),
                Files.readString(server.deviceRoot()))) {
            assertThat(proxy.provision(bad).problem()).isIn("401 invalid-proof", "403 proof-form-disabled");
        }
        String garbled = "Client-Cert: " + CertifiedDevice.base64(device.certificate());
        assertThat(proxy.post(PROVISION, "{}", List.of(garbled)).problem()).isEqualTo("401 invalid-proof");
        assertThat(proxy.post(TELEMETRY, MESSAGE, List.of(garbled)).problem()).isEqualTo("401 unauthenticated");
        String wrong = "Client-Cert-Chain: " + TlsProxy.field(device.certificate());
        assertThat(proxy.provision(device.certificate(), wrong).problem()).isEqualTo("401 invalid-proof");
        assertThat(devices(fleet)).isZero();
    }

    @Test
    void nobodyElseIsBelieved() throws Exception {
        CertifiedDevice device = factory.device(imei(1));
        for (String address : List.of("127.0.0.1", "127.0.0.3", "127.0.0.127")) {
            TlsProxy stranger = new TlsProxy(server, address);
            assertThat(stranger.provision(device.certificate(), "Forwarded: for=127.0.0.2")
                            .problem())
                    .isEqualTo("401 invalid-proof");
            String own = "Client-Cert: " + TlsProxy.field(device.certificate());
            assertThat(stranger.post(TELEMETRY, MESSAGE, List.of(own)).problem())
                    .isEqualTo("401 unauthenticated");
        }
        String body = device.body(imei(1));
        List<String> spoofed = List.of("Forwarded: for=198.51.100.9");
        new TlsProxy(server, "127.0.0.3")
                .post(PROVISION + "/" + factory.accessKey(), body, spoofed)
                .expect(201);
        JsonObject attempt = fleet.attempts("").items().getJsonObject(0);
        assertThat(attempt.getString("source")).isEqualTo("127.0.0.3");
    }

    private ApiClient client(CertifiedDevice device) {
        return client(factory, device);
    }

    private ApiClient client(DeviceCa by, CertifiedDevice device) {
        return TlsDevice.of(server, device.key(), device.certificate(), by.certificate());
    }

    private ApiClient client(Version version, String protocol, CertifiedDevice device) {
        return TlsDevice.of(server, version, protocol, device.key(), device.certificate(), factory.certificate());
    }

    private CertifiedDevice selfSigned(String identifier) throws Exception {
        Path own = Files.createTempDirectory(directory, "self");
        new Openssl(own)
                .run(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:P-256",
                        "-nodes",
                        "-keyout",
                        "device.key",
                        "-out",
                        "device.pem",
                        "-days",
                        "10",
                        "-subj",
                        "/serialNumber=" + identifier,
                        "-addext",
                        "extendedKeyUsage=clientAuth");
        return new CertifiedDevice(
                factory.accessKey(),
                Files.readString(own.resolve("device.key")),
                Files.readString(own.resolve("device.pem")));
    }

    private void suspension(String verb) {
        server.administratorByToken()
                .post("/api/v1/manufacturers/" + fleet.manufacturerId() + "/" + verb, "")
                .expect(200);
    }

    /** Of attempts as the manufacturer sees them, newest first. */
    private List<String> outcomes() {
        return fleet.attempts("").expect(200).items().getValuesAs(JsonObject.class).stream()
                .map(attempt -> attempt.getString("outcome"))
                .toList();
    }

    private static String organization(ApiClient device) {
        return device.get(SELF).expect(200).json().getJsonObject("organization").getString("id");
    }

    private static int devices(Fleet of) {
        return of.organization().get(of.devicesPath()).expect(200).json().getInt("total");
    }

    private static String imei(long serial) {
        return ImportFile.imei(serial);
    }
}
