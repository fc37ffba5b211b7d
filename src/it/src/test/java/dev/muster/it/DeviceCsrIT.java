package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Devices that make their own key and are given a certificate for it: from the proof over its renewals to its end. */
class DeviceCsrIT {

    private static final String PROVISION = "/api/v1/provision";
    private static final String TELEMETRY = "/api/v1/telemetry";
    private static final String SELF = "/api/v1/device";
    private static final String MESSAGE = "{\"ts\":1764000000000,\"data\":{\"a\":1}}";
    private static final int PARALLEL = 12;

    private final Database database = Database.POSTGRESQL;

    @TempDir
    Path directory;

    private MusterServer server;
    private Fleet fleet;
    private Certificate certificate;
    private Openssl openssl;

    @BeforeEach
    void makeTenants() throws Exception {
        server = database.server();
        fleet = Fleet.create(server);
        certificate = fleet.newCertificate();
        fleet.enroll(ImportFile.of(1, PARALLEL));
        openssl = new Openssl(directory);
    }

    @Test
    void aDeviceGetsACertificateForItsOwnKeyAndNoSecret() throws Exception {
        OwnKey own = OwnKey.create(directory);
        Answer first = provision(own, 1).expect(201);
        JsonObject credentials = first.json().getJsonObject("credentials");
        assertThat(credentials.keySet()).containsExactlyInAnyOrder("clientId", "certificateChain");
        assertThat(credentials.getString("clientId")).isEqualTo(first.text("deviceId"));
        assertThat(OwnKey.chain(first)).hasSize(2);
        assertThat(verify(first, "sslclient")).contains("leaf.pem: OK");
        assertThat(text(OwnKey.chain(first).get(0)))
                .contains("CN=" + imei(1), "serialNumber=" + imei(1), "CA:FALSE", "TLS Web Client Authentication")
                .doesNotContain("Wished", "localhost, ", "CA:TRUE", "Subject Alternative Name");
        assertThat(text(OwnKey.chain(first).get(1)))
                .contains("O=" + fleet.organizationName(), "CA:TRUE, pathlen:0", "Certificate Sign, CRL Sign");
        assertThat(first.json().getJsonObject("telemetry").getString("url")).isEqualTo(server.deviceUrl() + TELEMETRY);
        ApiClient device = own.client(server, first);
        device.post(TELEMETRY, MESSAGE).expect(202);
        assertThat(fleet.organization()
                        .get(path(first) + "/telemetry/latest")
                        .expect(200)
                        .body())
                .isEqualTo("{\"items\":[{\"key\":\"a\",\"ts\":1764000000000,\"value\":1}]}");
        assertThat(device.get(SELF).expect(200).text("uniqueIdentifier")).isEqualTo(imei(1));
        assertThat(fleet.organization().get(path(first)).expect(200).body())
                .contains("\"status\":\"ACTIVE\"", "\"credentialStatus\":\"ACTIVE\"");
        assertProblem(provision(OwnKey.create(directory), 1), 409, ProblemCode.ALREADY_PROVISIONED);
        device.post(TELEMETRY, MESSAGE).expect(202);
    }

    @Test
    void aProofWhoseAnswerWasLostGivesAnotherOne() throws Exception {
        OwnKey own = OwnKey.create(directory);
        Answer lost = provision(own, 1).expect(201);
        Answer second = provision(own, 1).expect(200);
        assertProblem(own.client(server, lost).get(SELF), 403, ProblemCode.CERTIFICATE_REVOKED);
        own.client(server, second).get(SELF).expect(200);
        String token = Proof.fresh(certificate, imei(2)).body();
        Answer byToken = server.nobody().post(PROVISION + "/" + certificate.accessKey(), token);
        JsonObject credentials = byToken.expect(201).json().getJsonObject("credentials");
        Answer byCertificate = provision(own, 2).expect(200);
        ApiClient old = server.nobody().basic(credentials.getString("accessKey"), credentials.getString("accessToken"));
        assertProblem(old.get(SELF), 401, ProblemCode.UNAUTHENTICATED);
        own.client(server, byCertificate).get(SELF).expect(200);
    }

    @Test
    void underADeviceCaItIsGivenForAProofAndForTheCertificateThatIsShown() throws Exception {
        DeviceCa factory = DeviceCa.create(fleet, directory);
        OwnKey own = OwnKey.create(directory);
        CertifiedDevice device = factory.device(imei(1));
        String proof = device.bodyWith(imei(1), ",\"csr\":\"" + own.csr() + "\"");
        Answer proved = server.nobody()
                .post(PROVISION + "/" + factory.accessKey(), proof)
                .expect(201);
        ApiClient shown = TlsDevice.of(server, device.key(), device.certificate(), factory.certificate());
        Answer byTls = shown.post(PROVISION, own.body()).expect(200);
        assertProblem(own.client(server, proved).get(SELF), 403, ProblemCode.CERTIFICATE_REVOKED);
        own.client(server, byTls).post(TELEMETRY, MESSAGE).expect(202);
        shown.post(TELEMETRY, MESSAGE).expect(202);
        assertProblem(shown.post(PROVISION, own.body()), 409, ProblemCode.ALREADY_PROVISIONED);
        own.client(server, byTls).post(TELEMETRY, MESSAGE).expect(202);
    }

    @Test
    void aRenewedOneIsUsedByAMessageThatIsRefused() throws Exception {
        OwnKey own = OwnKey.create(directory);
        Answer first = provision(own, 1).expect(201);
        Answer second = own.client(server, first).post(PROVISION, own.body()).expect(200);
        assertThat(certificates(first)).hasSize(2);
        assertThat(certificates(first).getJsonObject(0)).doesNotContainKey("firstUsedAt");
        Answer refused = own.client(server, second).post(TELEMETRY, "{\"data\":{}}");
        assertProblem(refused, 422, ProblemCode.INVALID_TELEMETRY, "errors");
        assertProblem(own.client(server, first).get(SELF), 403, ProblemCode.CERTIFICATE_REVOKED);
        own.client(server, second).get(SELF).expect(200);
        assertThat(certificates(second)).hasSize(1);
        assertThat(new BigInteger(certificates(second).getJsonObject(0).getString("serialNumber"), 16))
                .isEqualTo(OwnKey.leaf(second).serialNumber());
    }

    private JsonArray certificates(Answer provisioned) {
        return fleet.organization()
                .get(path(provisioned) + "/certificates")
                .expect(200)
                .json()
                .getJsonArray("items");
    }

    @Test
    void itIsRenewedByItselfAndALostAnswerCostsNothing() throws Exception {
        OwnKey own = OwnKey.create(directory);
        Answer first = provision(own, 1).expect(201);
        ApiClient old = own.client(server, first);
        old.post(TELEMETRY, MESSAGE).expect(202);
        fleet.organization()
                .patch(fleet.organizationPath(), "{\"reprovisioningPolicy\":\"NEVER\"}", null)
                .expect(200);
        Answer lost = old.post(PROVISION, own.body()).expect(200);
        old.post(TELEMETRY, MESSAGE).expect(202);
        OwnKey next = OwnKey.create(directory);
        Answer second = old.post(
                        PROVISION, "{\"uniqueIdentifier\":\"%s\",\"csr\":\"%s\"}".formatted(imei(1), next.csr()))
                .expect(200);
        assertThat(second.text("deviceId")).isEqualTo(first.text("deviceId"));
        assertThat(verify(second, "sslclient")).contains("leaf.pem: OK");
        old.post(TELEMETRY, MESSAGE).expect(202);
        ApiClient renewed = next.client(server, second);
        renewed.post(TELEMETRY, MESSAGE).expect(202);
        for (ApiClient superseded : List.of(old, own.client(server, lost))) {
            assertProblem(superseded.post(TELEMETRY, MESSAGE), 403, ProblemCode.CERTIFICATE_REVOKED);
            assertProblem(superseded.post(PROVISION, own.body()), 403, ProblemCode.CERTIFICATE_REVOKED);
        }
        renewed.get(SELF).expect(200);
        assertProblem(renewed.post(PROVISION, "{}"), 409, ProblemCode.ALREADY_PROVISIONED);
        assertProblem(
                renewed.post(PROVISION, "{\"uniqueIdentifier\":\"" + imei(2) + "\"}"), 401, ProblemCode.INVALID_PROOF);
        assertThat(fleet.ownAttempts("outcome=rotated").json().getInt("total")).isEqualTo(2);
        assertThat(fleet.attempts("outcome=certificate-revoked").json().getInt("total"))
                .isEqualTo(2);
    }

    @Test
    void whatIsSuspendedReplacedOrDeletedCountsNoMore() throws Exception {
        OwnKey own = OwnKey.create(directory);
        Answer first = provision(own, 1).expect(201);
        ApiClient device = own.client(server, first);
        device.get(SELF).expect(200);
        fleet.organization().post(path(first) + "/suspend", "").expect(200);
        assertProblem(device.post(TELEMETRY, MESSAGE), 403, ProblemCode.CREDENTIALS_SUSPENDED);
        assertProblem(device.post(PROVISION, own.body()), 403, ProblemCode.CREDENTIALS_SUSPENDED);
        fleet.organization().post(path(first) + "/resume", "").expect(200);
        device.post(TELEMETRY, MESSAGE).expect(202);
        JsonObject token = fleet.organization()
                .post(path(first) + "/credentials", "")
                .expect(200)
                .json();
        assertProblem(device.get(SELF), 403, ProblemCode.CERTIFICATE_REVOKED);
        server.nobody()
                .basic(token.getString("accessKey"), token.getString("accessToken"))
                .get(SELF)
                .expect(200);
        Answer other = provision(own, 2).expect(201);
        ApiClient removed = own.client(server, other);
        fleet.organization().delete(path(other)).expect(204);
        assertProblem(removed.get(SELF), 403, ProblemCode.CERTIFICATE_REVOKED);
        assertProblem(removed.post(PROVISION, own.body()), 403, ProblemCode.CERTIFICATE_REVOKED);
        provision(own, 2).expect(201);
        assertProblem(removed.get(SELF), 403, ProblemCode.CERTIFICATE_REVOKED);
    }

    @Test
    void theRevocationListNamesWhatEndedAndOpensslRefusesIt() throws Exception {
        OwnKey own = OwnKey.create(directory);
        Answer kept = provision(own, 1).expect(201);
        Answer deleted = provision(own, 2).expect(201);
        Path authorities = authorities(kept);
        assertThat(openssl.verifyWithList(
                        OwnKey.chain(deleted).get(0), list(deleted).der(), authorities))
                .contains("leaf.pem: OK");
        fleet.organization().delete(path(deleted)).expect(204);
        RevocationListOfRoot list = list(deleted);
        assertThat(openssl.revocationList(list.der(), authorities)).contains("verify OK", "Cessation Of Operation");
        assertThat(openssl.verifyWithList(OwnKey.chain(deleted).get(0), list.der(), authorities))
                .contains("certificate revoked");
        assertThat(openssl.verifyWithList(OwnKey.chain(kept).get(0), list.der(), authorities))
                .contains("leaf.pem: OK");
        fleet.manufacturer()
                .delete(fleet.certificatesPath() + "/" + certificate.id())
                .expect(204);
        assertThat(list(kept).names(OwnKey.leaf(kept))).isTrue();
        assertProblem(own.client(server, kept).post(TELEMETRY, MESSAGE), 403, ProblemCode.DEVICE_INVALIDATED);
        assertProblem(own.client(server, kept).post(PROVISION, own.body()), 403, ProblemCode.DEVICE_INVALIDATED);
        Certificate next = fleet.newCertificate();
        Answer mended = server.nobody()
                .post(PROVISION + "/" + next.accessKey(), own.body(next, imei(1)))
                .expect(200);
        own.client(server, mended).post(TELEMETRY, MESSAGE).expect(202);
        assertProblem(own.client(server, kept).get(SELF), 403, ProblemCode.CERTIFICATE_REVOKED);
        assertThat(list(mended).serialNumbers())
                .containsExactlyInAnyOrder(
                        OwnKey.leaf(kept).serialNumber(), OwnKey.leaf(deleted).serialNumber());
    }

    @Test
    void eachOrganizationHasItsAuthorityAndEachDeviceItself() throws Exception {
        Fleet rival = fleet.rival();
        rival.enroll(ImportFile.of(PARALLEL + 1, 1));
        OwnKey own = OwnKey.create(directory);
        Answer ours = provision(own, 1).expect(201);
        Answer theirs = provision(own, PARALLEL + 1).expect(201);
        assertThat(OwnKey.chain(ours).get(1)).isNotEqualTo(OwnKey.chain(theirs).get(1));
        assertThat(own.client(server, ours).get(SELF).expect(200).text("uniqueIdentifier"))
                .isEqualTo(imei(1));
        assertThat(own.client(server, theirs).get(SELF).expect(200).body())
                .contains(imei(PARALLEL + 1), rival.organizationId());
        assertThat(openssl.accepts(
                        "openssl",
                        "verify",
                        "-x509_strict",
                        "-CAfile",
                        authorities(theirs).toString(),
                        file("ours.pem", OwnKey.chain(ours).get(0)).toString()))
                .isFalse();
        fleet.organization().delete(path(ours)).expect(204);
        assertThat(list(theirs).serialNumbers()).isEmpty();
        own.client(server, theirs).get(SELF).expect(200);
        String proof = new CertifiedDevice(
                        certificate.accessKey(), own.key(), OwnKey.chain(theirs).get(0))
                .body(imei(1));
        assertProblem(
                server.nobody().post(PROVISION + "/" + certificate.accessKey(), proof), 401, ProblemCode.INVALID_PROOF);
    }

    @Test
    void manyAtOnceShareOneAuthority() throws Exception {
        List<String> bodies = new ArrayList<>();
        OwnKey own = OwnKey.create(directory);
        for (int i = 1; i <= PARALLEL; i++) {
            bodies.add(own.body(certificate, imei(i)));
        }
        List<Answer> answers = new AtOnce(server, certificate.accessKey()).send(bodies);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(answers.stream().map(answer -> OwnKey.chain(answer).get(1)).distinct())
                .hasSize(1);
        for (Answer answer : answers) {
            own.client(server, answer).get(SELF).expect(200);
        }
    }

    @Test
    void aRequestThatCanHaveNoneIsRefusedAndConsumesNothing() throws Exception {
        OwnKey own = OwnKey.create(directory);
        String garbled = Base64.getEncoder().encodeToString(new byte[] {0x30, 0x00});
        for (String unreadable : List.of("", "x", garbled, own.csr() + "=")) {
            String body = OwnKey.body(certificate, imei(1), unreadable);
            assertProblem(post(body), 400, ProblemCode.MALFORMED_REQUEST);
        }
        OwnKey weak = OwnKey.create(directory, "RSA", "rsa_keygen_bits:1024");
        for (OwnKey refused : List.of(weak, own.damaged())) {
            String body = refused.body(certificate, imei(1));
            assertProblem(post(body), 422, ProblemCode.VALIDATION_FAILED);
        }
        Certificate stranger =
                new Certificate(certificate.id(), "A".repeat(26), certificate.accessToken(), certificate.privateKey());
        assertProblem(
                server.nobody().post(PROVISION + "/" + stranger.accessKey(), weak.body(stranger, imei(1))),
                401,
                ProblemCode.INVALID_PROOF);
        assertThat(fleet.attempts("outcome=validation-failed").json().getInt("total"))
                .isEqualTo(2);
        Answer first = provision(own, 1).expect(201);
        assertProblem(own.client(server, first).post(PROVISION, weak.body()), 422, ProblemCode.VALIDATION_FAILED);
    }

    @Test
    void anIdentifierThatNoCertificateCanNameHasNone() throws Exception {
        Fleet any = Fleet.create(server, "ANY");
        any.enroll(ImportFile.single("SN_1"));
        Certificate proving = any.newCertificate();
        String address = PROVISION + "/" + proving.accessKey();
        String wish = OwnKey.create(directory).body(proving, "SN_1");
        assertProblem(server.nobody().post(address, wish), 422, ProblemCode.INVALID_IDENTIFIER);
        server.nobody().post(address, Proof.fresh(proving, "SN_1").body()).expect(201);
    }

    private Answer provision(OwnKey own, long serial) {
        return post(own.body(certificate, imei(serial)));
    }

    private Answer post(String body) {
        return server.nobody().post(PROVISION + "/" + certificate.accessKey(), body);
    }

    private String path(Answer provisioned) {
        return fleet.devicesPath() + "/" + provisioned.text("deviceId");
    }

    private RevocationListOfRoot list(Answer provisioned) {
        return RevocationListOfRoot.at(server, OwnKey.leaf(provisioned));
    }

    /** What openssl says of the chain, strictly and for the purpose. */
    private String verify(Answer provisioned, String purpose) throws Exception {
        return openssl.run(
                "openssl",
                "verify",
                "-x509_strict",
                "-purpose",
                purpose,
                "-CAfile",
                server.deviceRoot().toString(),
                "-untrusted",
                file("ca.pem", OwnKey.chain(provisioned).get(1)).toString(),
                file("leaf.pem", OwnKey.chain(provisioned).get(0)).toString());
    }

    /** Of the organization and the platform, in one file. */
    private Path authorities(Answer provisioned) throws Exception {
        String root = Files.readString(server.deviceRoot());
        return file("authorities.pem", OwnKey.chain(provisioned).get(1) + root);
    }

    private String text(String pem) throws Exception {
        return openssl.run(
                        "openssl",
                        "x509",
                        "-noout",
                        "-text",
                        "-nameopt",
                        "RFC2253",
                        "-in",
                        file("text.pem", pem).toString())
                .replace(" = ", "=");
    }

    private Path file(String name, String content) throws Exception {
        return Files.writeString(directory.resolve(name), content);
    }

    private static String imei(long serial) {
        return ImportFile.imei(serial);
    }
}
